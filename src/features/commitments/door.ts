import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Commitment } from './contract.ts'
import { commitmentsOf } from './queries.ts'

/** The promises of some complaints, next due first; what is past is broken. `now`: ISO instant. */
export function commitmentsOfComplaints(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
  now: string,
): Promise<Commitment[]> {
  return commitmentsOf(tx, scope, complaintIds, now)
}
