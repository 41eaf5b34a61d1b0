import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { standing } from '../routing/contract.ts'

/** How somebody came to be found. */
export const findReason = z.object({
  kind: z.enum(['name', 'reading', 'business-name', 'title', 'spoke', 'owned', 'answers-for']),
  /** The number of the complaint, or for whom they answer. */
  words: z.string().nullable(),
  at: instant.nullable(),
})
export type FindReason = z.output<typeof findReason>

export const foundPerson = z.object({
  memberId: id,
  name: z.string(),
  /** How the customer is told the name. */
  toldName: z.string(),
  title: z.string().nullable(),
  teamName: z.string().nullable(),
  because: z.array(findReason),
  standing,
  /** When somebody who is away is back (ISO instant), as far as it was entered. */
  backAt: instant.nullable(),
  /** No longer takes customers: somebody else answers for them. */
  hasLeft: z.boolean(),
})
export type FoundPerson = z.output<typeof foundPerson>

export const findNamedPerson = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/named-people',
  summary:
    'Who is meant by 「前に出た人」「○○さん」: by name, reading, business name, title, and who spoke with this customer before.',
  params: z.object({ complaintId: id }),
  query: z.object({ words: z.string().max(200).default('') }),
  answer: z.object({ people: z.array(foundPerson) }),
})
