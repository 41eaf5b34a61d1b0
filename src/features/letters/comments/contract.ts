import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { commentsPath } from '../moving/contract.ts'

/** The type of the movement that tells screens that somebody is asked to look at a draft. */
export const lookMoved = 'letters.look-moved'

/** A stretch of a text: its words, what stood around them, and where it begins (UTF-16). */
export const anchor = z.object({
  quote: z.string().min(1).max(4000),
  before: z.string().max(64),
  after: z.string().max(64),
  place: z.int().nonnegative(),
})
export type Anchor = z.output<typeof anchor>

export const commentState = z.enum(['open', 'accepted', 'declined', 'done', 'withdrawn'])

export const comment = anchor.extend({
  id,
  /** A suggestion has other words for the stretch. */
  kind: z.enum(['comment', 'suggestion']),
  words: z.string(),
  replacement: z.string().nullable(),
  madeAt: instant,
  madeById: z.string(),
  madeByName: z.string(),
  state: commentState,
  /** What was said when it was settled. */
  answer: z.string().nullable(),
  settledByName: z.string(),
})
export type Comment = z.output<typeof comment>

export const look = z.object({
  id,
  complaintId: id,
  complaintNumber: z.string(),
  subject: z.string(),
  askedId: id,
  askedName: z.string(),
  askedByName: z.string(),
  words: z.string(),
  askedAt: instant,
  lookedAt: instant.nullable(),
})
export type Look = z.output<typeof look>

const onComplaint = z.object({ complaintId: id })
const onDraft = z.object({ complaintId: id, draftId: id })
const advice = z.object({ comments: z.array(comment), looks: z.array(look) })
export type Advice = z.output<typeof advice>

export const listComments = endpoint({
  method: 'get',
  path: commentsPath,
  summary:
    'What colleagues say about the reply that is being written, and whom somebody asked to look at it.',
  params: onComplaint,
  answer: advice,
})
export const makeComment = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/drafts/:draftId/comments',
  summary: 'Say something about a stretch of a draft, or suggest other words for it.',
  params: onDraft,
  body: z.object({
    id,
    anchor,
    words: z.string().trim().max(2000),
    /** Other words for the stretch; without them it is a comment. */
    replacement: z.string().max(4000).nullable(),
  }),
  answer: advice,
})
const onComment = z.object({ complaintId: id, commentId: id })
export const settleComment = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/draft/comments/:commentId/settlement',
  summary: 'Done, declined with a word, withdrawn by whoever made it, or open again.',
  params: onComment,
  body: z.object({
    id,
    state: z.enum(['open', 'declined', 'done', 'withdrawn']),
    answer: z.string().trim().max(500).default(''),
  }),
  answer: advice,
})
export const acceptSuggestion = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/draft/comments/:commentId/acceptance',
  summary:
    'Put the suggested words into the draft; 409 when it has been changed on another screen.',
  params: onComment,
  body: z.object({ id, draftId: id, version: z.int(), hand: id }),
  answer: advice,
})

export const askLook = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/drafts/:draftId/looks',
  summary: 'Ask a colleague to look at a draft; it stands on their first page until they have.',
  params: onDraft,
  body: z.object({ id, memberId: id, words: z.string().trim().max(500) }),
  answer: advice,
})
export const endLook = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/draft/looks/:lookId/end',
  summary: 'The colleague has looked, or whoever asked needs it no more.',
  params: z.object({ complaintId: id, lookId: id }),
  body: z.object({ id }),
  answer: advice,
})
export const listLooks = endpoint({
  method: 'get',
  path: '/api/letters/looks',
  summary: 'Drafts that I am asked to look at.',
  answer: z.object({ looks: z.array(look) }),
})
