import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id } from '#kernel/fields.ts'
import { customerFields } from '#features/complaints/contract.ts'

export const registerPaper = endpoint({
  method: 'post',
  path: '/api/intake/paper',
  summary:
    'A letter, or a visit to the counter: a complaint of its own, or one more thing about an open one (`complaintId`). Scans: evidence of that complaint.',
  body: z.object({
    /** Of the new complaint; with `complaintId` of this entry. */
    id,
    complaintId: id.optional(),
    channel: z.enum(['letter', 'counter']),
    receivedOn: day,
    /** Verbatim. */
    words: z.string(),
    broughtBy: z.string().trim().max(200).default(''),
    customer: customerFields.default({}),
  }),
  answer: z.object({ complaintId: id, number: z.string() }),
})
