import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant, words } from '#kernel/fields.ts'
import { talkFile } from '../files/contract.ts'
import { erasure, hold, keeping } from '../retention/contract.ts'
import { about, message } from '../talks/contract.ts'

/** In the order in which a case is worked: what the person wants comes first. */
export const kinds = ['wish', 'fact', 'care', 'measure', 'told', 'prevention', 'check'] as const
export const kind = z.enum(kinds)
export type Kind = z.output<typeof kind>

export const cares = ['interview', 'leave', 'doctor', 'duty', 'other'] as const
/** Months after the opening on which the person is asked whether consulting did them harm. */
export const checkMonths = [1, 3, 6] as const
export const areas = ['shift', 'evaluation', 'transfer', 'other'] as const

const text = z.string().trim().max(2000)

/** What the desk writes down. Words are kept as they were said. */
export const written = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('wish'),
    words,
    isAgainst: z.boolean(),
    /** Who may be told, in the person's words; empty: nobody. */
    mayTell: text,
  }),
  z.object({ kind: z.literal('fact'), words, when: text, witness: text }),
  z.object({ kind: z.literal('care'), care: z.enum(cares), words, dueOn: day.nullable() }),
  z.object({
    kind: z.literal('measure'),
    words,
    /** Where the judgement or the plan stands, by its number or address; nothing of it is copied. */
    reference: text,
    /** Whoever learns of the consultation by it; empty: nobody. */
    tells: text,
    dueOn: day.nullable(),
  }),
  z.object({ kind: z.literal('told'), words, on: day, isSentHere: z.boolean() }),
  z.object({ kind: z.literal('prevention'), words, dueOn: day.nullable() }),
  z.object({
    kind: z.literal('check'),
    month: z.int(),
    words,
    /** Where something has changed for the worse. */
    changed: z.array(z.enum(areas)),
  }),
])
export type Written = z.output<typeof written>

export const entry = z.object({
  id,
  at: instant,
  byName: z.string(),
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  written,
})
export type Entry = z.output<typeof entry>

export const check = z.object({
  month: z.int(),
  dueOn: day,
  state: z.enum(['later', 'due', 'done']),
})
export type Check = z.output<typeof check>

export const caseLine = z.object({
  caseId: id,
  openedOn: day,
  /** Null: consulted without a name. */
  personName: z.string().nullable(),
  about,
  isUrgent: z.boolean(),
  isClosed: z.boolean(),
  /** The last word is the person's. */
  waits: z.boolean(),
  lastOn: day,
  /** The next dated task, also after the closing. */
  nextDueOn: day.nullable(),
  keeping,
})
export type CaseLine = z.output<typeof caseLine>

export const appointment = z.object({
  id,
  at: instant,
  memberName: z.string(),
  isOn: z.boolean(),
  byName: z.string().nullable(),
})

export const caseFile = caseLine.extend({
  complaintNumber: z.string().nullable(),
  /** How many of the desk the person does not want to know of it. */
  excludedCount: z.int(),
  messages: z.array(message),
  entries: z.array(entry),
  checks: z.array(check),
  /** What the desk keeps for itself. */
  files: z.array(talkFile.extend({ byName: z.string() })),
  hold: hold.nullable(),
  readings: z.array(
    z.object({
      name: z.string(),
      at: instant,
      /** The file that was looked at; null: the consultation. */
      fileName: z.string().nullable(),
    }),
  ),
  /** Codes of what is missing before it can be closed; empty: it can. */
  lacks: z.array(z.enum(['wish', 'told'])),
})
export type CaseFile = z.output<typeof caseFile>

export const listCases = endpoint({
  method: 'get',
  path: '/api/consultation/cases',
  summary: 'The consultations that this member of the desk may know of, and who works at the desk.',
  answer: z.object({
    cases: z.array(caseLine),
    appointments: z.array(appointment),
    erasures: z.array(erasure),
  }),
})
const one = z.object({ caseId: id })
export const readCase = endpoint({
  method: 'get',
  path: '/api/consultation/cases/:caseId',
  summary: 'One consultation with what the desk wrote down. The look is recorded for the desk.',
  params: one,
  answer: caseFile,
})
export const answerPerson = endpoint({
  method: 'post',
  path: '/api/consultation/cases/:caseId/messages',
  summary: 'Write to the person who consults.',
  params: one,
  body: z.object({ id, words }),
  answer: caseFile,
  isShownOnce: true,
})
export const writeEntry = endpoint({
  method: 'post',
  path: '/api/consultation/cases/:caseId/entries',
  summary: 'Write down a wish, a fact, care, a measure, what was told, prevention or a check.',
  params: one,
  body: z.object({ id, written }),
  answer: caseFile,
  isShownOnce: true,
})
export const finishEntry = endpoint({
  method: 'post',
  path: '/api/consultation/cases/:caseId/entries/:entryId/done',
  summary: 'A dated task of the desk is done.',
  params: one.extend({ entryId: id }),
  answer: caseFile,
  isShownOnce: true,
})
export const closeCase = endpoint({
  method: 'post',
  path: '/api/consultation/cases/:caseId/closing',
  summary: 'Close a consultation; its checks stay on their days.',
  params: one,
  answer: caseFile,
  isShownOnce: true,
})
export const reopenCase = endpoint({
  method: 'post',
  path: '/api/consultation/cases/:caseId/reopening',
  summary: 'Open a closed consultation again.',
  params: one,
  answer: caseFile,
  isShownOnce: true,
})
export const appoint = endpoint({
  method: 'put',
  path: '/api/consultation/counsellors/:memberId',
  summary:
    'Put a member on the desk or take one off (administrators). Recorded and told to the desk.',
  params: z.object({ memberId: id }),
  body: z.object({ isOn: z.boolean() }),
  answer: z.object({ counsellors: z.array(z.object({ id, name: z.string() })) }),
})
