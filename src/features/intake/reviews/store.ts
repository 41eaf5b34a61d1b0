import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { ReviewSeen, ReviewStatus } from './contract.ts'

export type NewReview = ReviewSeen & {
  readonly complaintId: string
  readonly status: ReviewStatus
}

export async function saveReview(tx: Tx, scope: Scope, review: NewReview): Promise<void> {
  await tx
    .insertInto('intake_reviews')
    .values({
      complaint_id: review.complaintId,
      organisation_id: scope.organisationId,
      site: review.site,
      url: review.url || null,
      author: review.author || null,
      stars: review.stars,
      posted_at: review.postedAt,
      posted_precision: review.postedPrecision,
      seen_at: review.seenAt,
      status: review.status,
    })
    .onConflict((conflict) => conflict.column('complaint_id').doNothing())
    .execute()
}

export async function saveSettlement(
  tx: Tx,
  complaintId: string,
  settled: {
    status: ReviewStatus
    reason: string | null
    at: string | null
    byName: string | null
  },
): Promise<void> {
  await tx
    .updateTable('intake_reviews')
    .set({
      status: settled.status,
      reason: settled.reason,
      settled_at: settled.at,
      settled_by_name: settled.byName,
    })
    .where('complaint_id', '=', complaintId)
    .execute()
}

/** These words of ours stand under it now; `null`: they were taken away. Nothing happens where there is no review. */
export async function saveReplyId(
  tx: Tx,
  complaintId: string,
  told: { replyId: string; at: string; byName: string | null } | null,
): Promise<void> {
  const of = tx.updateTable('intake_reviews').where('complaint_id', '=', complaintId)
  if (told) {
    const settled = { status: 'answered', reason: null, settled_at: told.at }
    await of.set({ ...settled, settled_by_name: told.byName, reply_id: told.replyId }).execute()
    return
  }
  await of.set({ reply_id: null }).execute()
  const open = { status: 'open', settled_at: null, settled_by_name: null }
  await of.set(open).where('status', '=', 'answered').execute()
}

/** Personal data of a complaint are erased: who wrote it where goes, how many stars stays. */
export async function forgetReview(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('intake_reviews')
    .set({ url: null, author: null, reason: null })
    .where('complaint_id', '=', complaintId)
    .execute()
}
