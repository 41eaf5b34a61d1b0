import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id } from '#kernel/fields.ts'

/** Which playbook was on the screen; entries from before there were versions have none. */
const playbookVersion = z.string().max(80).optional()

/** Who is on the line and how to suit them; `quiet` is a moment, the others stay. Never a judgement of anybody. */
export const noticeables = [
  'organisation',
  'proxy',
  'slower',
  'hearing',
  'language',
  'child',
  'quiet',
] as const
export const noticeable = z.enum(noticeables)
export type Noticeable = z.output<typeof noticeable>

/** Which language they would rather speak. */
export const tongues = [
  'english',
  'chinese',
  'korean',
  'vietnamese',
  'nepali',
  'tagalog',
  'portuguese',
  'spanish',
  'indonesian',
  'japanese',
  'other',
] as const
export const tongue = z.enum(tongues)
export type Tongue = z.output<typeof tongue>

export const guideEvents = {
  /** Which sentence was used, so that it is never offered twice in one call. */
  'guide.phrase-used': z.object({
    play: z.string(),
    move: z.string(),
    phrase: z.int(),
    text: z.string(),
    version: playbookVersion,
  }),
  /** A move that only a person can call done (読み返し, 相づち …). */
  'guide.move-done': z.object({ play: z.string(), move: z.string(), version: playbookVersion }),
  'guide.cue-dismissed': z.object({ cue: z.string(), reason: z.string().nullable() }),
  'guide.noticed': z.object({ what: noticeable, speaks: tongue.optional() }),
  'guide.notice-withdrawn': z.object({ what: noticeable }),
}

/** Where in the practice a move stands (G2); the stage bar of the call mode. */
export const stages = [
  'receive',
  'listen',
  'facts',
  'apologise',
  'resolve',
  'promise',
  'close',
  'after',
] as const
export const stage = z.enum(stages)
export type Stage = z.output<typeof stage>

/** What a move asks to be written down: a key of the record and what the field is called on the screen. */
export const writeDown = z.object({
  /** `note`, `concern`, `fact:<topic>`, `safety`, `details:<field>`, `demand:<kind>`, `offer`, `answer`, `agreement`, `commitment`, `customer`, `cause`, `escalation`, `done`. */
  into: z.string(),
  label: z.string(),
  isRequired: z.boolean(),
})

export const phrase = z.object({
  index: z.int(),
  text: z.string(),
  /** Already said in this call: shown struck, not offered. */
  isUsed: z.boolean(),
})

export const move = z.object({
  play: z.string(),
  playTitle: z.string(),
  id: z.string(),
  stage,
  goal: z.string(),
  say: z.array(phrase),
  ask: z.array(z.string()),
  write: z.array(writeDown),
  avoid: z.array(z.object({ words: z.string(), why: z.string() })),
  /** Why this move is here now, in one sentence made from the record. */
  because: z.string(),
  /** For whoever asks: the customer's words that called up the play, oldest first, and what the record says. A trial has no record. */
  why: z
    .object({
      heard: z.array(z.object({ cue: z.string(), words: z.string() })),
      record: z.array(z.string()),
    })
    .optional(),
  reasons: z.array(z.string()),
  /** `safety` and `protect` come before everything else. */
  urgency: z.enum(['safety', 'protect', 'now', 'next', 'later']),
  count: z.int().nullable(),
})
export type Move = z.output<typeof move>

/** What may be apologised for, decided by facts (principle 2). */
export const apologyScope = z.object({
  /** `trouble`: only for the trouble; `ledger`: for what our own record confirms; `fault`: a confirmed fact that is ours. */
  level: z.enum(['trouble', 'ledger', 'fault']),
  forWhat: z.array(z.string()),
  notYet: z.array(z.string()),
})

export const guidance = z.object({
  complaintId: id,
  head: z.int(),
  playbook: z.object({ language: z.string(), version: z.string() }),
  current: move.nullable(),
  following: z.array(move).max(6),
  /** What time has brought up: shown beside the current move, which it never takes the place of by itself. */
  announced: move.nullable(),
  /** Seconds after which time alone may change all this; null when only an entry can. */
  again: z.int().positive().nullable(),
  /** `isTold`: the customer said it in so many words. */
  noticed: z.array(
    z.object({
      what: noticeable,
      speaks: tongue.nullable(),
      words: z.string(),
      isTold: z.boolean(),
    }),
  ),
  stages: z.array(z.object({ stage, isDone: z.boolean(), isCurrent: z.boolean() })),
  /** `heard`: the customer said it in so many words; `value` as the record keeps it. */
  unknowns: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      heard: z.object({ words: z.string(), value: z.string() }).optional(),
    }),
  ),
  apology: apologyScope,
  plays: z.array(
    z.object({ play: z.string(), title: z.string(), cue: z.string(), count: z.int() }),
  ),
})
export type Guidance = z.output<typeof guidance>

const onComplaint = z.object({ complaintId: id })
const answered = z.object({ head: z.int() })

export const readGuidance = endpoint({
  method: 'get',
  path: '/api/guide/complaints/:complaintId',
  summary:
    'The moves that are right now, computed from the record alone; current first, at most seven.',
  params: onComplaint,
  answer: guidance,
})
export const usePhrase = endpoint({
  method: 'post',
  path: '/api/guide/complaints/:complaintId/phrases',
  summary: 'Record which sentence was said.',
  params: onComplaint,
  body: command.extend({
    play: z.string(),
    move: z.string(),
    phrase: z.int(),
    text: z.string().max(1000),
    version: playbookVersion,
  }),
  answer: answered,
})
export const sayableSentence = z.object({
  play: z.string(),
  title: z.string(),
  /** What the move that it belongs to is for. */
  goal: z.string(),
  /** With this case's values; {{name}} where the record lacks one. */
  text: z.string(),
})
export type SayableSentence = z.output<typeof sayableSentence>
export const listSentences = endpoint({
  method: 'get',
  path: '/api/guide/complaints/:complaintId/sentences',
  summary:
    'Every sentence of the playbook that may be said in this case, filled as far as the record goes; of the plays that are called up first.',
  params: onComplaint,
  answer: z.object({ sentences: z.array(sayableSentence) }),
})
export const finishMove = endpoint({
  method: 'post',
  path: '/api/guide/complaints/:complaintId/moves',
  summary: 'Say that a move which only a person can judge is done.',
  params: onComplaint,
  body: command.extend({ play: z.string(), move: z.string(), version: playbookVersion }),
  answer: answered,
})
export const dismissCue = endpoint({
  method: 'post',
  path: '/api/guide/complaints/:complaintId/dismissals',
  summary: 'A cue was a false alarm; dismissing it is recorded.',
  params: onComplaint,
  body: command.extend({ cue: z.string(), reason: z.string().max(200).optional() }),
  answer: answered,
})
export const notice = endpoint({
  method: 'put',
  path: '/api/guide/complaints/:complaintId/notices/:what',
  summary:
    'Note who is on the line: a company, somebody calling for another, somebody who needs more time.',
  params: onComplaint.extend({ what: noticeable }),
  body: command.extend({ speaks: tongue.optional() }),
  answer: answered,
})
export const withdrawNotice = endpoint({
  method: 'delete',
  path: '/api/guide/complaints/:complaintId/notices/:what',
  summary: 'It is not so; what the words seemed to say no longer counts either.',
  params: onComplaint.extend({ what: noticeable }),
  body: command,
  answer: answered,
})
