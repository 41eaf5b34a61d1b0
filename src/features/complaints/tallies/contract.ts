import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { instant } from '#kernel/fields.ts'
import { cause } from '../contract.ts'

/** `2026-11` */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** Of one month of receipt (in Japan) and one cause; null: nobody has found it yet. */
export const tally = z.object({
  month,
  cause: cause.nullable(),
  received: z.int(),
  /** Of these, so many are still open now. */
  open: z.int(),
})
export type Tally = z.output<typeof tally>

export const readTallies = endpoint({
  method: 'get',
  path: '/api/complaints/tallies',
  summary:
    'Complaints counted by the month they were received in and by cause, oldest month first.',
  query: z.object({ from: month.optional(), until: month.optional() }),
  answer: z.object({
    tallies: z.array(tally),
    /** Until when they are counted, where a replica is more than seconds behind; null: until now. */
    asOf: instant.nullable(),
  }),
})
