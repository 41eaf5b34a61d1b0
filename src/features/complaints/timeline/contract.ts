import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/**
 * Who did it, in a form that stays readable after a person has left: `member:<uuid>`, `customer`,
 * or `system:<room>` for a timer or a reaction.
 */
export const actor = z.string().regex(/^(member:[0-9a-f-]{36}|customer|system:[a-z]+)$/)

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

/** A signed seal over the heads of all chains of an organisation. Hashes, root and signature are hex. */
export const checkpoint = z.object({
  id,
  at: instant,
  heads: z.int(),
  root: z.string(),
  previousRoot: z.string().nullable(),
  publicKey: z.string(),
  signature: z.string(),
})
export type Checkpoint = z.output<typeof checkpoint>

export const listCheckpoints = endpoint({
  method: 'get',
  path: '/api/complaints/timeline/checkpoints',
  summary: 'The signed checkpoints, newest first.',
  answer: z.object({ checkpoints: z.array(checkpoint) }),
})
export const sealTimeline = endpoint({
  method: 'post',
  path: '/api/complaints/timeline/checkpoints',
  summary: 'Seal all chains now: a Merkle root over every head, signed with Ed25519.',
  body: z.object({ id }),
  answer: checkpoint,
})

/** What `uketome verify` says about one place where the record is not what was written. */
export const integrityFinding = z.object({
  complaintId: z.string(),
  number: z.string().nullable(),
  sequence: z.int(),
  kind: z.string(),
  explanation: z.string(),
})
export const verifyTimeline = endpoint({
  method: 'get',
  path: '/api/complaints/timeline/integrity',
  summary: 'Recompute every chain and compare with the signed checkpoints.',
  answer: z.object({ entries: z.int(), complaints: z.int(), findings: z.array(integrityFinding) }),
})
