import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** One look at sensitive data: who read which record, when. */
export const reading = z.object({
  id,
  at: instant,
  memberId: id,
  memberName: z.string(),
  subject: z.string(),
  subjectId: id,
  label: z.string(),
  /** Why, where it was asked. */
  reason: z.string().nullable(),
})
export type Reading = z.output<typeof reading>

export const listReadings = endpoint({
  method: 'get',
  path: '/api/audit/readings',
  summary: 'Who read what, newest first (administrators).',
  query: z.object({
    before: instant.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({ readings: z.array(reading) }),
})
