import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { cause } from '#features/complaints/contract.ts'
import { remedyKind } from '../contract.ts'

export const precedent = z.object({
  complaintId: id,
  complaintNumber: z.string(),
  label: z.string(),
  kind: remedyKind,
  amountYen: z.int().nullable(),
  priceYen: z.int().nullable(),
  /** What was asked for and granted beyond the table. */
  isApproved: z.boolean(),
  isSameProduct: z.boolean(),
  /** Far from the others (beyond 1.5 times the middle half, Tukey 1977). */
  isOutlier: z.boolean(),
  at: instant,
})
export type Precedent = z.output<typeof precedent>

export const spread = z.object({
  count: z.int(),
  /** Yen; null below five, where quartiles would say more than is known. */
  quartiles: z.object({ low: z.int(), middle: z.int(), high: z.int() }).nullable(),
  least: z.int(),
  most: z.int(),
})
export type Spread = z.output<typeof spread>

export const precedents = z.object({
  cause: cause.nullable(),
  product: z.string().nullable(),
  /** The same product where there are at least three such, else the same cause. */
  comparedBy: z.enum(['cause-and-product', 'cause']).nullable(),
  /** What was taken, by remedy, most frequent first. */
  granted: z.array(z.object({ kind: remedyKind, count: z.int() })),
  /** Of the remedies that cost money. */
  spread: spread.nullable(),
  cases: z.array(precedent),
  declined: z.int(),
})
export type Precedents = z.output<typeof precedents>

export const readPrecedents = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/precedents',
  summary: 'What customers with the same cause and product were given: equals are treated equally.',
  params: z.object({ complaintId: id }),
  answer: precedents,
})
