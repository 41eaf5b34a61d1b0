import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import { presenceChanged, type Doing } from './contract.ts'
import { lapsedBefore } from './queries.ts'

export type Lease = {
  readonly id: string
  readonly memberId: string
  readonly complaintId: string | null
  readonly doing: Doing
}

type Was = { complaintId: string | null; doing: string }

/** Begins or goes on; answers whether anything about it is new to others. Somebody else's lease is left alone. */
export async function keepLease(
  tx: Tx,
  { organisationId }: Scope,
  lease: Lease,
  at: string,
): Promise<boolean> {
  const { id, memberId, complaintId, doing } = lease
  const before = await leaseOf(tx, id, memberId)
  const fields = { complaint_id: complaintId, doing, seen_at: at }
  await tx
    .insertInto('assignment_presences')
    .values({ id, organisation_id: organisationId, member_id: memberId, ...fields })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(fields)
        .where('assignment_presences.member_id', '=', memberId),
    )
    .execute()
  return before?.complaintId !== complaintId || before.doing !== doing
}

function leaseOf(tx: Tx, id: string, memberId: string): Promise<Was | undefined> {
  return tx
    .selectFrom('assignment_presences')
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .select(['complaint_id as complaintId', 'doing'])
    .executeTakeFirst()
}

export async function endLease(tx: Tx, id: string, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('assignment_presences')
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Browsers that fell silent: nothing of them is kept. Answers whether there were any. */
export async function sweep(tx: Tx, now: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('assignment_presences')
    .where('seen_at', '<=', lapsedBefore(now))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Tells the screens that somebody came or went; who and where they ask themselves. */
export async function tellPresence(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  leaseId: string,
  at: string,
): Promise<void> {
  const notice: Notice = {
    organisationId,
    id: leaseId,
    complaintId: leaseId,
    sequence: 0,
    type: presenceChanged,
    at,
    by,
  }
  tellNodes(tx, notice)
}
