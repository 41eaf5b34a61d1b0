import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line, words } from '#kernel/fields.ts'

/**
 * When a promise is due. `dueAt` is the instant at which it is broken: for a day without a time, the end of
 * that business day in Asia/Tokyo (opening hours of the organisation); the customer was told the day.
 */
export const due = z.object({ dueAt: instant, dueOn: day, precision: z.enum(['minute', 'day']) })
export type Due = z.output<typeof due>

export const commitmentState = z.enum(['open', 'kept', 'broken'])
/** To the customer, or by a department to us (P4). */
export const madeTo = z.enum(['customer', 'us'])

export const commitmentsEvents = {
  'commitments.made': due.extend({
    commitmentId: id,
    words: z.string(),
    ownerId: id,
    ownerName: z.string(),
    madeTo,
  }),
  'commitments.warned': z.object({
    commitmentId: id,
    words: z.string(),
    dueAt: instant,
    ownerId: id,
  }),
  'commitments.renegotiated': due.extend({
    commitmentId: id,
    words: z.string(),
    previousDueAt: instant,
    reason: z.string(),
    alternative: z.string(),
    toldBy: z.string(),
  }),
  'commitments.kept': z.object({ commitmentId: id, words: z.string(), how: z.string() }),
  'commitments.keeping-withdrawn': z.object({
    commitmentId: id,
    words: z.string(),
    reason: z.string(),
  }),
  'commitments.broken': z.object({
    commitmentId: id,
    words: z.string(),
    dueAt: instant,
    ownerId: id,
    ownerName: z.string(),
  }),
  'commitments.handed-over': z.object({
    commitmentId: id,
    words: z.string(),
    fromId: id,
    toId: id,
    toName: z.string(),
    reason: z.string(),
  }),
}

export const commitment = due.extend({
  id,
  complaintId: id,
  complaintNumber: z.string(),
  customerName: z.string().nullable(),
  words: z.string(),
  state: commitmentState,
  madeTo,
  ownerId: id,
  ownerName: z.string(),
  madeAt: instant,
  warnedAt: instant.nullable(),
  keptAt: instant.nullable(),
  brokenAt: instant.nullable(),
  renegotiations: z.array(
    z.object({
      at: instant,
      previousDueAt: instant,
      dueAt: instant,
      reason: z.string(),
      alternative: z.string(),
      toldBy: z.string(),
    }),
  ),
})
export type Commitment = z.output<typeof commitment>

const answered = z.object({ commitment, head: z.int() })

export const listComplaintCommitments = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/commitments',
  summary: 'The promises of one complaint, next due first.',
  params: z.object({ complaintId: id }),
  answer: z.object({ commitments: z.array(commitment) }),
})
export const listCommitments = endpoint({
  method: 'get',
  path: '/api/commitments',
  summary: 'The ledger: promises by state, owner and due day.',
  query: z.object({
    show: z.enum(['open', 'today', 'at-risk', 'broken', 'kept', 'all']).default('open'),
    ownerId: id.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  answer: z.object({ commitments: z.array(commitment), total: z.int() }),
})
export const readKeptRate = endpoint({
  method: 'get',
  path: '/api/commitments/kept-rate',
  summary:
    'Kept ÷ (kept + broken) of promises due in the last N days; open ones are not in the denominator.',
  query: z.object({ days: z.coerce.number().int().min(1).max(366).default(90) }),
  answer: z.object({
    kept: z.int(),
    broken: z.int(),
    rate: z.number().nullable(),
    byOwner: z.array(
      z.object({ ownerId: id, ownerName: z.string(), kept: z.int(), broken: z.int() }),
    ),
  }),
})
/** `due` is a phrase as said (「明日の17時まで」) or a day, with an optional time. */
export const makeCommitment = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/commitments',
  summary: 'Promise something with a date; warned before, never silently broken.',
  params: z.object({ complaintId: id }),
  body: command.extend({
    words: line,
    due: z.union([
      z.object({ phrase: line }),
      z.object({
        on: day,
        at: z
          .string()
          .regex(/^\d\d:\d\d$/)
          .optional(),
      }),
    ]),
    ownerId: id.optional(),
    madeTo: madeTo.default('customer'),
  }),
  answer: answered,
})
export const renegotiateCommitment = endpoint({
  method: 'post',
  path: '/api/commitments/:commitmentId/renegotiations',
  summary: 'Move a promised date with a reason, an alternative and who told the customer.',
  params: z.object({ commitmentId: id }),
  body: command.extend({
    due: z.union([
      z.object({ phrase: line }),
      z.object({
        on: day,
        at: z
          .string()
          .regex(/^\d\d:\d\d$/)
          .optional(),
      }),
    ]),
    reason: words,
    alternative: words,
    toldBy: line,
  }),
  answer: answered,
})
export const keepCommitment = endpoint({
  method: 'post',
  path: '/api/commitments/:commitmentId/keeping',
  summary: 'Record that the promise was kept, and how.',
  params: z.object({ commitmentId: id }),
  body: command.extend({ how: line }),
  answer: answered,
})
export const withdrawKeeping = endpoint({
  method: 'delete',
  path: '/api/commitments/:commitmentId/keeping',
  summary: 'Take "kept" back, with a reason.',
  params: z.object({ commitmentId: id }),
  body: command.extend({ reason: line }),
  answer: answered,
})
export const handOverCommitment = endpoint({
  method: 'put',
  path: '/api/commitments/:commitmentId/owner',
  summary: 'Hand a promise to another member.',
  params: z.object({ commitmentId: id }),
  body: command.extend({ ownerId: id, reason: line }),
  answer: answered,
})
