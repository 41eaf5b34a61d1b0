import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { because } from '#features/assignment/contract.ts'
import { routeReason } from '../routing/contract.ts'

/** Complaints with their promises, promises in complaints of others, and requests (call-backs) that lie with them. */
export const transferKind = z.enum(['complaint', 'promise', 'request'])
export type TransferKind = z.output<typeof transferKind>

export const transferable = z.object({
  kind: transferKind,
  id,
  complaintId: id,
  number: z.string(),
  subject: z.string(),
  customerName: z.string().nullable(),
  words: z.string().nullable(),
  dueAt: instant.nullable(),
  /** What waits in this complaint for somebody's decision, by its label. */
  approvals: z.array(z.string()),
  /** Who could have it, by what they know and carry; null: nobody is free by rule. */
  toId: id.nullable(),
  toName: z.string().nullable(),
  /** For a complaint or a promise what assignment says, for a request what the routes say. */
  because: z.array(because),
  routedBecause: z.array(routeReason),
})
export type Transferable = z.output<typeof transferable>

/** What became of one line. */
export const transferred = z.object({
  kind: transferKind,
  id,
  complaintId: id,
  number: z.string(),
  toId: id,
  toName: z.string(),
  /** Null: done. Otherwise why not, in a sentence. */
  refusal: z.string().nullable(),
})
export type Transferred = z.output<typeof transferred>

export const transfer = z.object({
  id,
  fromId: id,
  fromName: z.string(),
  reason: z.string(),
  madeAt: instant,
  madeByName: z.string(),
  undoneAt: instant.nullable(),
  items: z.array(transferred),
})
export type Transfer = z.output<typeof transfer>

export const readTransferables = endpoint({
  method: 'get',
  path: '/api/escalation/members/:memberId/transferables',
  summary: 'Everything a member has open, with whom it could go to and why; changes nothing.',
  params: z.object({ memberId: id }),
  answer: z.object({ memberName: z.string(), lines: z.array(transferable) }),
})
export const makeTransfer = endpoint({
  method: 'post',
  path: '/api/escalation/transfers',
  summary: 'Hand it over line by line; a line that is refused says why, the others go through.',
  body: z.object({
    id,
    fromId: id,
    reason: z.string().trim().min(1).max(200),
    items: z
      .array(z.object({ kind: transferKind, id, toId: id }))
      .min(1)
      .max(300),
  }),
  answer: z.object({ transfer }),
})
export const listTransfers = endpoint({
  method: 'get',
  path: '/api/escalation/transfers',
  summary: 'What was handed over in the last thirty days.',
  answer: z.object({ transfers: z.array(transfer) }),
})
export const undoTransfer = endpoint({
  method: 'delete',
  path: '/api/escalation/transfers/:transferId',
  summary: 'Give it back; what has moved on meanwhile stays where it is.',
  params: z.object({ transferId: id }),
  answer: z.object({ transfer }),
})
