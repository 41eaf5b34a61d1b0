import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line, words } from '#kernel/fields.ts'

/** 「3日ごとに」 is `days`, 「3営業日ごとに」 `business-days`. */
export const rhythm = z.object({
  every: z.int().min(1).max(90),
  unit: z.enum(['days', 'business-days']),
})
export type Rhythm = z.output<typeof rhythm>

export const noteChannels = ['phone', 'mail', 'chat', 'letter'] as const
export const noteChannel = z.enum(noteChannels)
export type NoteChannel = z.output<typeof noteChannel>

/** A colleague by name, or a department. */
export const waiterKind = z.enum(['person', 'department'])
const waiting = z.object({ reason: z.string(), waiter: z.string(), kind: waiterKind })

export const progressEvents = {
  /** The customer was told how often they will hear of us, or told of another interval. */
  'commitments.progress-told': rhythm.extend({
    channel: noteChannel,
    words: z.string(),
    commitmentId: id,
    dueAt: instant,
  }),
  /** The note waits for somebody by name, with a reason, until a day that the customer was told. */
  'commitments.progress-paused': waiting.extend({ commitmentId: id, dueAt: instant }),
  'commitments.progress-ended': z.object({ reason: z.string() }),
}

/** Of a promise that is the note due next. */
export const noteOfInterval = rhythm.extend({
  channel: noteChannel,
  pause: waiting.nullable(),
})
export type NoteOfInterval = z.output<typeof noteOfInterval>

const onComplaint = z.object({ complaintId: id })
const onNote = z.object({ commitmentId: id })

export const readProgress = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/commitments/progress',
  summary: 'How often this customer was told to hear of us, and the note that is due.',
  params: onComplaint,
  answer: z.object({
    progress: noteOfInterval
      .extend({
        words: z.string(),
        commitmentId: id,
        dueAt: instant,
        isBroken: z.boolean(),
        notes: z.int(),
        lastAt: instant.nullable(),
      })
      .nullable(),
    /** An interval in what we said that nobody has written down. */
    found: rhythm.extend({ words: z.string() }).nullable(),
    /** Departments that are asked something about this complaint: who may be waited for. */
    departments: z.array(z.string()),
    isClosed: z.boolean(),
  }),
})
const changed = z.object({ commitmentId: id, dueAt: instant, head: z.int() })

export const tellProgress = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/commitments/progress',
  summary: 'Write down how often the customer was told to hear of us; the next note is a promise.',
  params: onComplaint,
  body: command.extend(rhythm.shape).extend({
    channel: noteChannel,
    words: line,
    /** Another first day than the interval gives. */
    firstOn: day.optional(),
  }),
  answer: changed,
})
export const previewProgress = endpoint({
  method: 'get',
  path: '/api/commitments/progress/preview',
  summary:
    'When the first note of an interval would be due, on business days and in opening hours.',
  query: z.object({
    every: z.coerce.number().int().min(1).max(90),
    unit: rhythm.shape.unit,
  }),
  answer: z.object({ dueAt: instant, dueOn: day, words: z.string() }),
})
export const draftNote = endpoint({
  method: 'get',
  path: '/api/commitments/:commitmentId/note',
  summary: 'What may be said in the note that is due, from the record alone, and when the next is.',
  params: onNote,
  answer: z.object({
    text: z.string(),
    /** Was there anything that was not there at the last note? */
    hasNews: z.boolean(),
    /** Nobody is waited for in the record: then the writer adds who does what. */
    isIdle: z.boolean(),
    channel: noteChannel,
    nextDueAt: instant,
  }),
})
export const giveNote = endpoint({
  method: 'post',
  path: '/api/commitments/:commitmentId/note',
  summary: 'The customer was told how things stand; the next note falls due by itself.',
  params: onNote,
  body: command.extend({ text: words, channel: noteChannel }),
  answer: changed,
})
export const pauseProgress = endpoint({
  method: 'post',
  path: '/api/commitments/:commitmentId/pause',
  summary: 'Wait for somebody by name, with a reason, until a day that the customer was told.',
  params: onNote,
  body: command.extend({ reason: line, waiter: line, kind: waiterKind, on: day, toldBy: line }),
  answer: changed,
})
