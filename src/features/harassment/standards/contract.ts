import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'

/**
 * The company's own standards (当社基準). No law gives these numbers: each company sets them, and who did and when is
 * shown beside every use.
 */
export const thresholds = z.object({
  /** Minutes on the phone about the same thing. */
  callMinutes: z.int().min(5).max(480),
  /** How often the same demand got the same answer. */
  answerLoops: z.int().min(2).max(20),
  visitMinutes: z.int().min(5).max(480),
  /** Times the customer came again after the final answer. */
  contactsAfterFinal: z.int().min(1).max(50),
  /** Requests to stop before a final warning. */
  requestsBeforeFinal: z.int().min(1).max(10),
  /** Minutes off the phone for whoever ended a talk by the ladder. */
  reliefMinutes: z.int().min(5).max(480),
})
export type Thresholds = z.output<typeof thresholds>

/** What a company begins with, until somebody sets its own. */
export const startingThresholds: Thresholds = {
  callMinutes: 30,
  answerLoops: 3,
  visitMinutes: 60,
  contactsAfterFinal: 3,
  requestsBeforeFinal: 2,
  reliefMinutes: 30,
}

export const standards = z.object({
  thresholds,
  /** Besides supervisors and administrators: who may decide from the final warning on. */
  deciderIds: z.array(id).max(50),
})
export type Standards = z.output<typeof standards>
const set = standards.extend({
  setByName: z.string(),
  setAt: instant,
  reason: z.string(),
  /** From this day on, in Japan; until then the one before holds. */
  effectiveOn: day,
})

export const readStandards = endpoint({
  method: 'get',
  path: '/api/harassment/standards',
  summary: 'The company’s own standards, who set them when and why, and the earlier ones.',
  answer: z.object({ current: standards, history: z.array(set) }),
})
export const setStandards = endpoint({
  method: 'put',
  path: '/api/harassment/standards',
  summary: 'Set the company’s standards, with a reason; the earlier ones are kept.',
  /** Without a day: from today on. */
  body: standards.extend({
    id,
    reason: z.string().trim().max(500),
    effectiveOn: day.optional(),
  }),
  answer: z.object({ current: standards, history: z.array(set) }),
})
