import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** What the next shift must not miss: a promise that is due, a customer who may well call, one who waits on the line. */
export const heeds = ['due', 'may-call', 'on-hold'] as const
export type Heed = (typeof heeds)[number]

/** One complaint in one line: what is open, until when it is promised, who waits, and what was heard last. */
export const shiftLine = z.object({
  complaintId: id,
  number: z.string(),
  subject: z.string(),
  customerName: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** What is to be done next, in the words of the promise; null: nothing is promised. */
  promise: z.object({ words: z.string(), dueAt: instant, isBroken: z.boolean() }).nullable(),
  waits: z.enum(['customer-for-us', 'we-for-customer', 'supervisor', 'approval', 'nobody']),
  heeds: z.array(z.enum(heeds)),
  /** What somebody still has to approve, by its label. */
  approvals: z.array(z.string()),
  /** The last thing the customer was upset about, in their words. */
  concern: z.string().nullable(),
  /** Codes of the cues heard last, the latest first. */
  cues: z.array(z.string()),
  isSafety: z.boolean(),
})
export type ShiftLine = z.output<typeof shiftLine>

export const shiftItem = shiftLine.extend({
  remark: z.string(),
  confirmedAt: instant.nullable(),
  confirmedByName: z.string().nullable(),
})
/** Told to a member or to a desk; of a member, or of a desk and everybody at it. */
export const shift = z.object({
  id,
  fromName: z.string(),
  isFromDesk: z.boolean(),
  toId: id.nullable(),
  toDeskId: id.nullable(),
  toName: z.string(),
  madeAt: instant,
  madeByName: z.string(),
  note: z.string(),
  items: z.array(shiftItem),
  /** 「見ました」, the first first. */
  reads: z.array(z.object({ memberId: id, name: z.string(), at: instant })),
  /** Whom it is for and who has not read it yet. */
  unread: z.array(z.object({ memberId: id, name: z.string() })),
})
export type Shift = z.output<typeof shift>

export const readShiftLines = endpoint({
  method: 'get',
  path: '/api/escalation/shift-lines',
  summary:
    'What a member or a desk has open, one line each, from the records as they are now; next due first.',
  query: z.object({ memberId: id.optional(), deskId: id.optional() }),
  answer: z.object({ lines: z.array(shiftLine), at: instant }),
})
export const listShifts = endpoint({
  method: 'get',
  path: '/api/escalation/shifts',
  summary:
    'Hand-overs of the last three days, from or to the viewer and their desks; leaders see all.',
  answer: z.object({ shifts: z.array(shift) }),
})
export const tellShift = endpoint({
  method: 'post',
  path: '/api/escalation/shifts',
  summary:
    'Tell the next shift (a member or a whole desk). It changes no owner: that is the matter of an absence.',
  body: z.object({
    id,
    /** Whose matters; `fromDeskId`: those of a whole desk. Without either one’s own. */
    fromId: id.optional(),
    fromDeskId: id.optional(),
    /** Exactly one of the two. */
    toId: id.optional(),
    toDeskId: id.optional(),
    note: z.string().trim().max(1000).default(''),
    items: z
      .array(z.object({ complaintId: id, remark: z.string().trim().max(200).default('') }))
      .max(200),
  }),
  answer: z.object({ shift }),
})
export const readShift = endpoint({
  method: 'put',
  path: '/api/escalation/shifts/:shiftId/reading',
  summary: '「見ました」: one of those it is for has read it.',
  params: z.object({ shiftId: id }),
  answer: z.object({ shift }),
})
export const confirmShiftItem = endpoint({
  method: 'put',
  path: '/api/escalation/shifts/:shiftId/items/:complaintId/confirmation',
  summary: 'The receiver, or one of the desk, has taken this line in.',
  params: z.object({ shiftId: id, complaintId: id }),
  answer: z.object({ shift }),
})
