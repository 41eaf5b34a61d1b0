import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, instant, line, words } from '#kernel/fields.ts'
import {
  longestAddress,
  pageAddress,
  reviewLine,
  reviewStatus,
  stars,
} from '#features/intake/reviews/contract.ts'
import { gateFinding, reasonGiven } from '../gate/contract.ts'

/**
 * How far a reply is that is being written. `approved`: just this text may be put in public now. `declined`: somebody said
 * why not.
 */
export const standings = ['drafted', 'waiting', 'approved', 'declined'] as const
export const standing = z.enum(standings)
export type Standing = z.output<typeof standing>

/** One version of a reply in public. The latest that was neither replaced nor withdrawn stands there. */
export const publicReply = z.object({
  id,
  version: z.int(),
  site: z.string(),
  url: z.string(),
  text: z.string(),
  sha256: z.string(),
  postedAt: instant,
  recordedAt: instant,
  recordedByName: z.string(),
  replacedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  withdrawnByName: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type PublicReply = z.output<typeof publicReply>

/** Where a customer can go on without being read by everybody. Null or empty: there is none yet. */
export const channels = z.object({
  telephone: z.string(),
  mail: z.string(),
  /** Path of the web form; null while it is shut. */
  formPath: z.string().nullable(),
})
export type Channels = z.output<typeof channels>

/** What is answered, as far as everybody can read it. */
const seen = z.object({
  site: z.string(),
  url: z.string(),
  author: z.string(),
  stars: stars.nullable(),
  postedAt: instant.nullable(),
  status: reviewStatus,
  words: z.string(),
})

export const openPublicReply = z.object({
  head: z.int(),
  /** Null: the complaint did not come from a public place. */
  review: seen.nullable(),
  /** In whose name it will stand. */
  name: z.string(),
  channels,
  /** Words to begin with; each says nothing that is not public anyway. */
  openings: z.array(z.object({ id: z.string(), text: z.string() })),
  draft: z.object({ text: z.string(), savedAt: instant, savedByName: z.string() }).nullable(),
  /** A second person has to approve each text. */
  needsApproval: z.boolean(),
  /** Oldest first. */
  replies: z.array(publicReply),
})
export type OpenPublicReply = z.output<typeof openPublicReply>

const onComplaint = z.object({ complaintId: id })
const reasons = z.array(reasonGiven).max(40).default([])

export const readPublicReply = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/public-reply',
  summary: 'A reply in public: what it answers, its draft, and every version that stood there.',
  params: onComplaint,
  answer: openPublicReply,
})
export const checkPublicReply = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/public-reply/check',
  summary: 'What the gate finds in words for the public, and how far the approval of them is.',
  params: onComplaint,
  body: z.object({ text: z.string().max(20_000) }),
  answer: z.object({
    findings: z.array(gateFinding),
    standing,
    /** Why not, when it was declined. */
    words: z.string().nullable(),
    /** Who could decide, or who did. */
    names: z.array(z.string()),
  }),
})
export const draftPublicReply = endpoint({
  method: 'put',
  path: '/api/complaints/:complaintId/public-reply/draft',
  summary: 'Keep a draft for everybody at the desk. Empty words remove it.',
  params: onComplaint,
  body: command.extend({ text: z.string().trim().max(20_000) }),
  answer: openPublicReply,
})
export const askPublicReply = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/public-reply/asking',
  summary:
    'Ask a second person to approve just these words. Refused while something in them has to be changed first.',
  params: onComplaint,
  body: z.object({ id, text: words, reason: line, reasons }),
  answer: openPublicReply,
})
export const publishWords = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/public-words',
  summary:
    'Words stand in public now: just this text, once, through the gate, after somebody else approved it. What stood there before stays as a version.',
  params: onComplaint,
  body: command.extend({
    text: words,
    /** Where it stands; that of the review when it is left out. */
    url: z.string().trim().max(longestAddress).regex(pageAddress).default(''),
    /** When it was put there; now when it is left out. */
    postedAt: instant.optional(),
    reasons,
  }),
  answer: z.object({ reply: publicReply, head: z.int() }),
})
export const withdrawWords = endpoint({
  method: 'delete',
  path: '/api/complaints/:complaintId/public-words',
  summary: 'What stood in public was taken away there; its words stay in the record.',
  params: onComplaint,
  body: command.extend({ reason: line }),
  answer: openPublicReply,
})

/** Where a review waits: with nobody, half-way through a reply, inside the company, or nowhere any more. */
export const shows = ['open', 'drafted', 'waiting', 'approved', 'checking', 'done'] as const
export const show = z.enum(shows)
export type Show = z.output<typeof show>

export const publicReview = reviewLine.extend({
  /** How far its reply is, while one is being written. */
  standing: standing.nullable(),
  shownUnder: show,
  ownerName: z.string().nullable(),
  draftedByName: z.string().nullable(),
})
export type PublicReview = z.output<typeof publicReview>

export const listPublicReviews = endpoint({
  method: 'get',
  path: '/api/letters/public-reviews',
  summary:
    'Reviews by where they wait, with how far each reply is: what is undone oldest first, what is done latest first.',
  query: z.object({
    show: show.optional(),
    /** With so many stars at most; those without stars are left out then. */
    starsUpTo: z.coerce.number().min(0).max(5).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  answer: z.object({
    reviews: z.array(publicReview),
    /** Of all reviews, whatever their stars. */
    counts: z.record(show, z.int()),
    /** How many there are with this filter, also beyond the limit. */
    total: z.int(),
  }),
})
