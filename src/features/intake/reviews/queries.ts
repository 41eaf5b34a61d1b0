import type { Tx } from '#platform/db/database.ts'
import { precision, reviewStatus, type ReviewLine, type ReviewStatus } from './contract.ts'

function lines(tx: Tx) {
  return tx
    .selectFrom('intake_reviews as review')
    .innerJoin('complaints', 'complaints.id', 'review.complaint_id')
    .select([
      'review.complaint_id',
      'review.site',
      'review.url',
      'review.author',
      'review.stars',
      'review.posted_at',
      'review.posted_precision',
      'review.seen_at',
      'review.status',
      'review.reason',
      'review.settled_at',
      'review.settled_by_name',
      'complaints.number',
      'complaints.excerpt',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function lineOf(row: Row): ReviewLine {
  return {
    complaintId: row.complaint_id,
    number: row.number,
    excerpt: row.excerpt,
    site: row.site,
    url: row.url ?? '',
    author: row.author ?? '',
    stars: row.stars === null ? null : Number(row.stars),
    postedAt: row.posted_at,
    postedPrecision: precision.nullable().parse(row.posted_precision),
    seenAt: row.seen_at,
    status: reviewStatus.parse(row.status),
    reason: row.reason,
    settledAt: row.settled_at,
    settledByName: row.settled_by_name,
  }
}

const most = 200

/** Latest seen first. */
export async function reviewsBy(tx: Tx, status: ReviewStatus | undefined): Promise<ReviewLine[]> {
  const all = lines(tx)
  const some = status ? all.where('review.status', '=', status) : all
  const rows = await some.orderBy('review.seen_at', 'desc').limit(most).execute()
  return rows.map(lineOf)
}

export async function reviewCounts(tx: Tx): Promise<Record<ReviewStatus, number>> {
  const rows = await tx
    .selectFrom('intake_reviews')
    .groupBy('status')
    .select((review) => ['status', review.fn.countAll<number>().as('count')])
    .execute()
  const counts = { open: 0, answered: 0, 'moved-to-private': 0, 'left-alone': 0 }
  for (const row of rows) counts[reviewStatus.parse(row.status)] = row.count
  return counts
}

export async function reviewOf(tx: Tx, complaintId: string): Promise<ReviewLine | undefined> {
  const row = await lines(tx).where('review.complaint_id', '=', complaintId).executeTakeFirst()
  return row && lineOf(row)
}

export async function complaintFrom(tx: Tx, id: string, sourceKey: string) {
  return tx
    .selectFrom('complaints')
    .where((where) => where.or([where('id', '=', id), where('source_key', '=', sourceKey)]))
    .select(['id', 'number'])
    .executeTakeFirstOrThrow()
}
