import type { Ports } from '#platform/ports.ts'
import type { Tx } from '#platform/db/database.ts'
import { inside, permitted, systemScope, type Scope } from '#features/access/door.ts'
import { commandFor } from '#features/complaints/door.ts'
import { handOver } from './actions.ts'
import type { Commitment } from './contract.ts'
import { canHandOver } from './policy.ts'
import { commitmentsOf, openOfOwner } from './queries.ts'

export { keepInside, moveInside, promiseInside } from './inside/actions.ts'
export { keptRateOf } from './rules.ts'

/** The promises of some complaints, next due first; what is past is broken. `now`: ISO instant. */
export function commitmentsOfComplaints(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
  now: string,
): Promise<Commitment[]> {
  return commitmentsOf(tx, scope, complaintIds, now)
}

/** Every open promise of one member goes to another; `cause` makes doing it twice harmless. */
export async function handOverAll(
  ports: Ports,
  { organisationId }: Scope,
  change: { fromId: string; toId: string; reason: string; cause: string },
): Promise<void> {
  const may = permitted(systemScope(organisationId, 'commitments'), canHandOver)
  if (!may.ok) return
  const { fromId, toId: ownerId, reason, cause } = change
  const ids = await inside(ports.db, may.value, (tx) => openOfOwner(tx, fromId))
  for (const commitmentId of ids) {
    const id = commandFor(`${cause}/${commitmentId}`, 'commitments.hand-over')
    // Refused only when it was kept or given to somebody else meanwhile.
    await handOver(ports, may.value, commitmentId, { id, ownerId, reason })
  }
}
