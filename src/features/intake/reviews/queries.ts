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
      'review.reply_id',
      'complaints.number',
      'complaints.excerpt',
      'complaints.owner_id',
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
    replyId: row.reply_id,
    ownerId: row.owner_id,
    settledAt: row.settled_at,
    settledByName: row.settled_by_name,
  }
}

const most = 200

/** Latest seen first. */
export function reviewsBy(tx: Tx, status: ReviewStatus | undefined): Promise<ReviewLine[]> {
  return reviewsWhere(tx, status ? { statuses: [status] } : {}, { limit: most })
}

/** Which reviews: with one of these statuses, among or not among these complaints, with so many stars at most. */
export type Wanted = {
  readonly statuses?: readonly ReviewStatus[]
  readonly among?: readonly string[]
  readonly besides?: readonly string[]
  readonly starsUpTo?: number | undefined
}

export async function reviewsWhere(
  tx: Tx,
  wanted: Wanted,
  { limit, isOldestFirst = false }: { limit: number; isOldestFirst?: boolean },
): Promise<ReviewLine[]> {
  const rows = await narrowed(lines(tx), wanted)
    .orderBy('review.seen_at', isOldestFirst ? 'asc' : 'desc')
    .orderBy('review.complaint_id')
    .limit(limit)
    .execute()
  return rows.map(lineOf)
}

export async function reviewsCounted(tx: Tx, wanted: Wanted): Promise<number> {
  const { count } = await narrowed(lines(tx), wanted)
    .clearSelect()
    .select((review) => review.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function narrowed(query: ReturnType<typeof lines>, wanted: Wanted): ReturnType<typeof lines> {
  const { statuses, among, besides = [], starsUpTo } = wanted
  const isAny = (ids: readonly string[]) => [...ids]
  let some = query
  if (statuses) some = some.where('review.status', 'in', isAny(statuses))
  if (among)
    some = some.where('review.complaint_id', 'in', isAny(among.length > 0 ? among : [nobody]))
  if (besides.length > 0) some = some.where('review.complaint_id', 'not in', isAny(besides))
  if (starsUpTo !== undefined) some = some.where('review.stars', '<=', String(starsUpTo))
  return some
}

const nobody = '00000000-0000-0000-0000-000000000000'

export async function reviewCounts(tx: Tx): Promise<Record<ReviewStatus, number>> {
  const rows = await tx
    .selectFrom('intake_reviews')
    .groupBy('status')
    .select((review) => ['status', review.fn.countAll<number>().as('count')])
    .execute()
  const counts = {
    open: 0,
    checking: 0,
    answered: 0,
    'answered-elsewhere': 0,
    'moved-to-private': 0,
    'left-alone': 0,
  }
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
