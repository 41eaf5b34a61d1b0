import { ok, refuse, type Result } from '#kernel/result.ts'
import { withinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import type { Doing } from './contract.ts'
import { endLease, keepLease, sweep, tellPresence } from './store.ts'

type Being = May<'assignment.be-present'>

/** A page is open. Whoever fell silent meanwhile is gone, and the others are told. */
export function keep(
  ports: Ports,
  may: Being,
  id: string,
  place: { complaintId: string | null; doing: Doing },
) {
  return change(ports, may, id, (tx, memberId, at) =>
    keepLease(tx, may, { id, memberId, ...place }, at),
  )
}

export function leave(ports: Ports, may: Being, id: string) {
  return change(ports, may, id, (tx, memberId) => endLease(tx, id, memberId))
}

async function change(
  ports: Ports,
  may: Being,
  id: string,
  write: (tx: Tx, memberId: string, at: string) => Promise<boolean>,
): Promise<Result<{ at: string }>> {
  const { viewer } = may
  if (!viewer) return refuse('invalid', 'assignment.nobody-acts', {})
  const at = ports.clock.now().toString()
  await withinWall(ports.db, may, async (tx) => {
    const isSwept = await sweep(tx, at)
    const isNew = await write(tx, viewer.memberId, at)
    if (isNew || isSwept) await tellPresence(tx, may, id, at)
  })
  return ok({ at })
}
