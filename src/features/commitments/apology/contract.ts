import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'

/** Words for a promise that was broken, and a date that can be kept. Nothing of it is sent or recorded by itself. */
export const draftApology = endpoint({
  method: 'get',
  path: '/api/commitments/:commitmentId/apology',
  summary: 'A draft of the apology for a broken promise, from the record, with a new date.',
  params: z.object({ commitmentId: id }),
  answer: z.object({
    text: z.string(),
    due: z.object({ on: day, at: z.string(), dueAt: instant }),
  }),
})
