import type { Ports } from '#platform/ports.ts'
import { systemScope } from '#features/access/door.ts'
import { asHouse } from '../reading/actions.ts'
import { fileHeads, sealOf } from './queries.ts'
import { apartRoot } from './rules.ts'
import { insertSeal } from './store.ts'

/** The heads of all protective records, kept for whoever verifies; the checkpoint holds their root alone. Done once for an id. */
export function sealProtection(
  ports: Ports,
  organisationId: string,
  checkpointId: string,
): Promise<string | null> {
  const scope = systemScope(organisationId, 'protection')
  return asHouse(ports, scope, async (tx) => {
    const known = await sealOf(tx, checkpointId)
    if (known) return apartRoot(known)
    const heads = await fileHeads(tx)
    if (heads.length === 0) return null
    await insertSeal(tx, scope, { checkpointId, heads })
    return apartRoot(heads)
  })
}
