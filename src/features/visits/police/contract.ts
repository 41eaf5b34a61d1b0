import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { alarm } from '../alarms/contract.ts'
import { visit } from '../planning/contract.ts'

/** What is read aloud to 110: the plan, what is known of now, and what was said before. */
export const policeSheet = z.object({
  visit,
  alarms: z.array(alarm),
  /** Who calls: the company and the number under which it can be called back. */
  company: z.string(),
  callBack: z.string(),
  /** What the customer said that makes us fear, verbatim, with when; the latest first. */
  said: z.array(z.object({ words: z.string(), at: instant })),
  serverAt: instant,
})
export type PoliceSheet = z.output<typeof policeSheet>

export const readPoliceSheet = endpoint({
  method: 'get',
  path: '/api/visits/:visitId/police-sheet',
  summary: 'The sheet for 110. Not for people who are on the visit.',
  params: z.object({ visitId: id }),
  answer: policeSheet,
})
