import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, instant } from '#kernel/fields.ts'

/** How sure the time of posting is: sites write 「3か月前」 as well as a date. */
export const precision = z.enum(['minute', 'day', 'month', 'about'])
export type Precision = z.output<typeof precision>

export const stars = z.number().min(0).max(5)

/** Empty, or a page of the web, whatever door it comes by: nothing else is ever a link on a screen. */
export const pageAddress = /^(?:https?:\/\/[^\s/?#]+\S*)?$/iu
export const longestAddress = 2000

/** Where it stands in public and when somebody of us saw it there: the page may be gone tomorrow. */
export const reviewSeen = z.object({
  site: z.string(),
  url: z.string(),
  author: z.string(),
  stars: stars.nullable(),
  postedAt: instant.nullable(),
  postedPrecision: precision.nullable(),
  seenAt: instant,
})
export type ReviewSeen = z.output<typeof reviewSeen>

/** What a person says was done. That we answered is not said: the words that stand in public say it. */
export const settlements = [
  'checking',
  'answered-elsewhere',
  'moved-to-private',
  'left-alone',
] as const
export const settlement = z.enum(settlements)
export type Settlement = z.output<typeof settlement>
/** Those that nobody can understand later without a word why. */
export const needsReason: readonly Settlement[] = ['answered-elsewhere', 'left-alone']
export const reviewStatus = z.enum(['open', 'answered', ...settlements])
export type ReviewStatus = z.output<typeof reviewStatus>
const notOpen = z.enum(['answered', ...settlements])

export const reviewsEvents = {
  'intake.review-seen': reviewSeen,
  'intake.review-settled': z.object({ how: notOpen, reason: z.string() }),
  'intake.review-reopened': z.object({ before: notOpen }),
}

export const reviewLine = reviewSeen.extend({
  complaintId: id,
  number: z.string(),
  excerpt: z.string(),
  status: reviewStatus,
  reason: z.string().nullable(),
  /** The words of ours that stand under it. */
  replyId: id.nullable(),
  ownerId: id.nullable(),
  settledAt: instant.nullable(),
  settledByName: z.string().nullable(),
})
export type ReviewLine = z.output<typeof reviewLine>

export const receiveReview = endpoint({
  method: 'post',
  path: '/api/intake/reviews',
  summary:
    'A public review or post becomes a complaint, matched to no customer. The same id, or the same review again, changes nothing.',
  body: z.object({
    id,
    words: z.string(),
    site: z.string().trim().max(80).default(''),
    /** Empty, or a page of the web. */
    url: z.string().trim().max(longestAddress).regex(pageAddress).default(''),
    author: z.string().trim().max(100).default(''),
    stars: stars.nullable().default(null),
    postedAt: instant.nullable().default(null),
    postedPrecision: precision.nullable().default(null),
    /** When it was seen in public; now when it is left out. */
    seenAt: instant.optional(),
  }),
  answer: z.object({ complaintId: id, number: z.string(), isNew: z.boolean() }),
})
export const listReviews = endpoint({
  method: 'get',
  path: '/api/intake/reviews',
  summary: 'Public reviews with what the desk did about them, latest seen first.',
  query: z.object({ status: reviewStatus.optional() }),
  answer: z.object({ reviews: z.array(reviewLine), counts: z.record(reviewStatus, z.int()) }),
})
export const settleReview = endpoint({
  method: 'put',
  path: '/api/intake/reviews/:complaintId/settlement',
  summary:
    'Looked into, answered elsewhere, moved to a private talk, or left alone; the second and the last need a reason. What is answered here is told by its words (public-words).',
  params: z.object({ complaintId: id }),
  body: command.extend({ how: settlement, reason: z.string().trim().max(500).default('') }),
  answer: reviewLine,
})
export const reopenReview = endpoint({
  method: 'delete',
  path: '/api/intake/reviews/:complaintId/settlement',
  summary: 'Take back what was decided: the review waits again.',
  params: z.object({ complaintId: id }),
  body: command,
  answer: reviewLine,
})
