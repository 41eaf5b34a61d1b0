import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/**
 * Who did it, in a form that stays readable after a person has left: `member:<uuid>`, `key:<uuid>`
 * (an API key), `customer`, or `system:<room>` for a timer or a reaction.
 */
export const actor = z.string().regex(/^((?:member|key):[0-9a-f-]{36}|customer|system:[a-z]+)$/)

/** One thing that happened. `payload` is null once personal data were erased; the hash stays. */
export const timelineEntry = z.object({
  id,
  complaintId: id,
  sequence: z.int().positive(),
  type: z.string(),
  at: instant,
  by: actor,
  byName: z.string(),
  payload: z.record(z.string(), z.unknown()).nullable(),
})
export type TimelineEntry = z.output<typeof timelineEntry>

/** What reaches screens over SSE: no words, only which complaint moved and how. Read the rest by the API. */
export const movement = z.object({
  id,
  complaintId: id,
  sequence: z.int(),
  type: z.string(),
  at: instant,
  by: actor,
  /** Which call moved, when it was about one. */
  callId: id.optional(),
  /** Codes of the cues in words that were heard just now. */
  cues: z.array(z.string()).optional(),
})
export type Movement = z.output<typeof movement>

/** The 409 of a stale change: what happened since, so that the writer can look and send again. */
export const staleData = z.object({ head: z.int(), since: z.array(timelineEntry) })

export const readTimeline = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/timeline',
  summary: 'Everything that happened to one complaint, oldest first.',
  params: z.object({ complaintId: id }),
  query: z.object({ after: z.coerce.number().int().nonnegative().optional() }),
  answer: z.object({ head: z.int(), entries: z.array(timelineEntry) }),
})
