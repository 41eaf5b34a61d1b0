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

/** Personal data of a complaint are erased: who wrote it where goes, how many stars stays. */
export async function forgetReview(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('intake_reviews')
    .set({ url: null, author: null, reason: null })
    .where('complaint_id', '=', complaintId)
    .execute()
}
