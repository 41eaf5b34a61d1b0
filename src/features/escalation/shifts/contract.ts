import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** One complaint in one line: what is open, until when it is promised, who waits, and what was heard last. */
export const shiftLine = z.object({
  complaintId: id,
  number: z.string(),
  subject: z.string(),
  customerName: z.string().nullable(),
  /** What is to be done next, in the words of the promise; null: nothing is promised. */
  promise: z.object({ words: z.string(), dueAt: instant, isBroken: z.boolean() }).nullable(),
  waits: z.enum(['customer-for-us', 'we-for-customer', 'supervisor', 'nobody']),
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
})
export const shift = z.object({
  id,
  fromId: id,
  fromName: z.string(),
  toId: id,
  toName: z.string(),
  madeAt: instant,
  items: z.array(shiftItem),
})
export type Shift = z.output<typeof shift>

export const readShiftLines = endpoint({
  method: 'get',
  path: '/api/escalation/shift-lines',
  summary:
    'What a member has open, one line each, from the records as they are now; next due first.',
  query: z.object({ memberId: id.optional() }),
  answer: z.object({ lines: z.array(shiftLine), at: instant }),
})
export const listShifts = endpoint({
  method: 'get',
  path: '/api/escalation/shifts',
  summary: 'Hand-overs of the last three days, from or to the viewer; leaders see all.',
  answer: z.object({ shifts: z.array(shift) }),
})
export const tellShift = endpoint({
  method: 'post',
  path: '/api/escalation/shifts',
  summary: 'Tell the next shift. It changes no owner: that is the matter of an absence.',
  body: z.object({
    id,
    fromId: id.optional(),
    toId: id,
    items: z
      .array(z.object({ complaintId: id, remark: z.string().trim().max(200).default('') }))
      .min(1)
      .max(200),
  }),
  answer: z.object({ shift }),
})
export const confirmShiftItem = endpoint({
  method: 'put',
  path: '/api/escalation/shifts/:shiftId/items/:complaintId/confirmation',
  summary: 'The receiver has read this line.',
  params: z.object({ shiftId: id, complaintId: id }),
  answer: z.object({ shift }),
})
