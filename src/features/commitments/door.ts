import type { Ports } from '#platform/ports.ts'
import type { Tx } from '#platform/db/database.ts'
import { inside, permitted, systemScope, type Scope } from '#features/access/door.ts'
import { commandFor } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { handedOver, handOver } from './actions.ts'
import type { Commitment } from './contract.ts'
import { canHandOver } from './policy.ts'
import { commitmentsOf, heldById, ledger, openOfOwner } from './queries.ts'
import { saveCommitment } from './store.ts'

export { endInside, keepInside, moveInside, promiseInside } from './inside/actions.ts'
export { keptRateOf } from './rules.ts'
export { heldById as promiseById } from './queries.ts'
export { canHandOver as canHandOverPromise } from './policy.ts'
export { handOver as handOverPromise, promise } from './actions.ts'

/** Inside another room's change: a promise follows whoever took its matter over. [] when it is over, or theirs already. */
export async function passPromise(
  tx: Tx,
  commitmentId: string,
  to: { readonly id: string; readonly name: string },
  reason: string,
): Promise<ComplaintEvent[]> {
  const held = await heldById(tx, commitmentId)
  if (!held || isDone(held) || held.ownerId === to.id) return []
  await saveCommitment(tx, { ...held, ownerId: to.id })
  return [handedOver(held, to, reason)]
}

/** The promises of some complaints, next due first; what is past is broken. `now`: ISO instant. */
export function commitmentsOfComplaints(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
  now: string,
): Promise<Commitment[]> {
  return commitmentsOf(tx, scope, complaintIds, now)
}

/** What a member still owes, next due first. `now`: ISO instant. */
export async function openPromisesOf(
  tx: Tx,
  scope: Scope,
  memberId: string,
  now: string,
): Promise<Commitment[]> {
  const { commitments } = await ledger(tx, scope, now, {
    show: 'all',
    ownerId: memberId,
    limit: 500,
  })
  return commitments
    .filter((each) => !isDone(each))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

function isDone({ state }: Pick<Commitment, 'state'>): boolean {
  return state === 'kept' || state === 'withdrawn'
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
