import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { defaultRules } from './defaults/rules.ts'
import { addVersion } from './store.ts'

/** The table a new organisation starts with. */
export async function seedRules(ports: Ports, tx: Tx, organisationId: string): Promise<void> {
  const writing = { organisationId, at: ports.clock.now().toString(), by: 'system:remedies' }
  const rules = defaultRules(ports.ids)
  await addVersion(tx, writing, { rules, note: '', fromNumber: null, trial: null })
}
