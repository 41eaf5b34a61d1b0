import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id } from '#kernel/fields.ts'

/** Six months at least: until then the person is still asked whether consulting did them harm. */
export const months = z.int().min(6).max(360)

export const retention = z.object({
  /** 0: as shipped. */
  version: z.int(),
  /** After the end of a consultation. */
  months,
  /** Null: the words that are shipped. */
  reason: z.string().nullable(),
  fromOn: day,
  decidedOn: day,
  decidedByName: z.string().nullable(),
})
export type Retention = z.output<typeof retention>

const sheet = z.object({
  now: retention,
  /** Newest first, with what begins on a later day. */
  versions: z.array(retention),
})

export const readRetention = endpoint({
  method: 'get',
  path: '/api/consultation/retention',
  summary: 'How long consultations are kept after their end, and why.',
  answer: sheet,
})
export const decideRetention = endpoint({
  method: 'post',
  path: '/api/consultation/retention',
  summary: 'Decide how long consultations are kept, from which day on and why.',
  body: z.object({
    version: z.int().min(1),
    months,
    reason: z.string().trim().min(1).max(500),
    fromOn: day,
  }),
  answer: sheet,
})

export const whys = ['period', 'wish'] as const
/** That something was erased, and nothing of what it was. */
export const erasure = z.object({
  id,
  on: day,
  why: z.enum(whys),
  byName: z.string(),
})
export type Erasure = z.output<typeof erasure>

/** How a consultation stands towards being erased. */
export const keeping = z.object({
  wishedOn: day.nullable(),
  /** The day from which it may be erased; null while it is open. */
  until: day.nullable(),
  isHeld: z.boolean(),
  /** Why it may be erased today; null: it may not. */
  isDueFor: z.enum(whys).nullable(),
})
export type Keeping = z.output<typeof keeping>

export const hold = z.object({ reason: z.string(), byName: z.string(), since: day })

const one = z.object({ caseId: id })
export const eraseCase = endpoint({
  method: 'post',
  path: '/api/consultation/cases/:caseId/erasure',
  summary: 'Erase a consultation for good: words, files, and who it was. That it happened stays.',
  params: one,
  answer: z.object({ erasures: z.array(erasure) }),
  isShownOnce: true,
})
export const holdCase = endpoint({
  method: 'put',
  path: '/api/consultation/cases/:caseId/hold',
  summary: 'Keep a consultation whatever its period, as a dispute or a procedure may need it.',
  params: one,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({}),
  isShownOnce: true,
})
export const releaseCase = endpoint({
  method: 'delete',
  path: '/api/consultation/cases/:caseId/hold',
  summary: 'The dispute is over: its period counts again.',
  params: one,
  answer: z.object({}),
  isShownOnce: true,
})
export const wishErasure = endpoint({
  method: 'put',
  path: '/api/consultation/talks/:caseId/erasure-wish',
  summary: 'I wish that the desk erases my consultation, or I take that wish back.',
  params: one,
  body: z.object({ isWished: z.boolean() }),
  answer: z.object({}),
  isShownOnce: true,
})
