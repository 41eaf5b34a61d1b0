import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { verdict } from '../judging/contract.ts'

/** A judgement in a list: what it is about is read where its words are. */
export const listedJudgement = z.object({
  id,
  complaintId: id,
  number: z.string(),
  subject: z.string(),
  state: z.enum(['proposed', 'decided', 'returned']),
  verdict,
  /** New facts made somebody look at an earlier judgement again. */
  isAgain: z.boolean(),
  byId: id,
  byName: z.string(),
  proposedAt: instant,
  settledAt: instant.nullable(),
})
export type ListedJudgement = z.output<typeof listedJudgement>

export const listJudgements = endpoint({
  method: 'get',
  path: '/api/harassment/judgements',
  summary:
    'Judgements that wait for a second person, the longest first, then those of the last month. Of conduct, never of customers.',
  answer: z.object({ judgements: z.array(listedJudgement) }),
})
