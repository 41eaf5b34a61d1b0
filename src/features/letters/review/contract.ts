import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { fact } from '#features/complaints/contract.ts'
import { gateFinding } from '../gate/contract.ts'

/** One stretch of a comparison, in the order in which it is read. */
export const piece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
export type Piece = z.output<typeof piece>

/** What came and what went since an earlier text. */
const comparison = z.object({ at: instant, byName: z.string(), pieces: z.array(piece) })
export type Comparison = z.output<typeof comparison>

/** One of the four points: what the text says of it, and what the record holds. */
const pointSeen = z.object({
  point: z.enum(['cause', 'impact', 'response', 'prevention']),
  said: z.array(z.string()),
  recorded: z.array(z.string()),
})
export type PointSeen = z.output<typeof pointSeen>

/** A text that somebody is asked to approve, held against the record as it is now. */
export const review = z.object({
  text: z.string(),
  findings: z.array(gateFinding),
  /** The text that was asked about before this one; null when it is the first. */
  sinceAsked: comparison.nullable(),
  /** How its writing began, as far as that was kept. */
  sinceDraft: comparison.nullable(),
  points: z.array(pointSeen),
  facts: z.array(fact),
})
export type Review = z.output<typeof review>

export const readReview = endpoint({
  method: 'get',
  path: '/api/letters/reviews/:approvalId',
  summary:
    'A text that waits for approval: what the gate asks, what changed, and what the record says.',
  params: z.object({ approvalId: id }),
  answer: review,
})
