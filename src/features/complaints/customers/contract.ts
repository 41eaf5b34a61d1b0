import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { customerFields } from '#features/complaints/contract.ts'

/** A customer who may be the one speaking, and why we think so. */
export const customerMatch = customerFields.extend({
  customerId: id,
  matchedBy: z.array(z.enum(['phone', 'email', 'name', 'kana', 'order'])),
  complaints: z.array(
    z.object({
      id,
      number: z.string(),
      subject: z.string(),
      state: z.string(),
      receivedAt: instant,
    }),
  ),
  openPromises: z.int(),
  brokenPromises: z.int(),
})
export type CustomerMatch = z.output<typeof customerMatch>

export const findCustomers = endpoint({
  method: 'get',
  path: '/api/complaints/customers',
  summary:
    'Customers who match while typing: phone, mail, order number, name or kana, in any width or variant.',
  query: z.object({ words: z.string().trim().min(1).max(100) }),
  answer: z.object({ matches: z.array(customerMatch) }),
})
