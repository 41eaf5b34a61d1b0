import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant } from '#kernel/fields.ts'

/** What a body is for; the general ones fit every matter. */
export const outsideFields = [
  'general',
  'product',
  'finance',
  'medical',
  'privacy',
  'labour',
  'telecom',
] as const
export const outsideField = z.enum(outsideFields)
export type OutsideField = z.output<typeof outsideField>

/** A place outside the company to turn to. Facts of others change: each says where from and when it was looked up. */
export const outsideBody = z.object({
  id,
  name: z.string().trim().min(1).max(80),
  field: outsideField,
  phone: z.string().trim().max(40),
  hours: z.string().trim().max(120),
  about: z.string().trim().min(1).max(300),
  source: z.url().max(300),
  checkedOn: day,
})
export type OutsideBody = z.output<typeof outsideBody>

const edition = z.object({
  bodies: z.array(outsideBody),
  changedAt: instant.nullable(),
  changedByName: z.string().nullable(),
})

export const readOutside = endpoint({
  method: 'get',
  path: '/api/escalation/outside-bodies',
  summary: 'Bodies outside that a customer may turn to, with source and day of looking up.',
  answer: edition,
})
export const changeOutside = endpoint({
  method: 'put',
  path: '/api/escalation/outside-bodies',
  summary: 'Change the list (administrators).',
  body: z.object({ id, bodies: z.array(outsideBody).max(100) }),
  answer: edition,
})
export const readOutsideFor = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/outside-bodies',
  summary: 'Which of them suit this complaint, and whether now is the time to name one.',
  params: z.object({ complaintId: id }),
  answer: z.object({
    /** Why it is proposed; null: nothing in the record asks for it. */
    because: z.enum(['asked', 'all-rejected', 'refused-again', 'closed-without']).nullable(),
    bodies: z.array(outsideBody),
    told: z.array(z.string()),
  }),
})
export const tellOutside = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/outside-bodies',
  summary: 'Record that the customer was told of these.',
  params: z.object({ complaintId: id }),
  body: command.extend({ bodyIds: z.array(id).min(1).max(10) }),
  answer: z.object({ head: z.int() }),
})
