import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, line } from '#kernel/fields.ts'

export const discloseHistory = endpoint({
  method: 'post',
  path: '/api/protection/:complaintId/disclosure',
  summary:
    'The ordinary history of a complaint on paper, for the person it is about. The protective record is no part of it, and the paper does not speak of one.',
  params: z.object({ complaintId: id }),
  /** `mask`: names of third persons. */
  body: z.object({ mask: z.array(line).max(50) }),
  gives: 'file',
  isShownOnce: true,
  answer: z.unknown(),
})
