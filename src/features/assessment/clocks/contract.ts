import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line } from '#kernel/fields.ts'
import { cueCode } from '#features/language/contract.ts'
import { clockDefinition, triageQuestion } from '../definitions/contract.ts'

/** The day it started, in Japan; the time of day only where a clock counts hours. */
export const start = z.object({
  on: day,
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
})
export type Start = z.output<typeof start>

export const triageAnswer = z.enum(['yes', 'no', 'unknown'])
export type TriageAnswer = z.output<typeof triageAnswer>

/** Whose doing it was that something was finished, when, and how. */
const completion = z.object({ on: day, at: instant, byName: z.string(), how: z.string() })

/** `dueAt`: the instant at which it is over, the midnight that ends `dueOn` in Japan (hours: the minute). */
export const clockStage = z.object({
  key: z.string(),
  dueOn: day,
  dueAt: instant,
  aimOn: day.nullable(),
  /** How many of its warnings have been given. */
  warned: z.int(),
  warnedAt: instant.nullable(),
  overAt: instant.nullable(),
  done: completion.nullable(),
})
export type ClockStage = z.output<typeof clockStage>

export const stageState = z.enum(['open', 'soon', 'over', 'ended', 'done'])
export type StageState = z.output<typeof stageState>
/** `offered`: somebody answered yes, and nobody has decided yet. */
export const clockState = z.enum(['offered', 'running', 'done', 'not-applicable'])
export type ClockState = z.output<typeof clockState>

/** A decision that was replaced: an earlier start with the last days that followed from it. */
export const formerStart = z.object({
  at: instant,
  byName: z.string(),
  reason: z.string(),
  start,
  variant: z.string().nullable(),
  stages: z.array(z.object({ key: z.string(), dueOn: day })),
})

const named = z.object({ ja: z.string(), en: z.string() })
const dueStage = z.object({ stage: z.string(), name: named, dueOn: day, dueAt: instant })
const ofClock = z.object({ clockId: id, code: z.string(), name: named })
const started = ofClock.extend({
  basis: named,
  variant: z.string().nullable(),
  start,
  stages: z.array(dueStage),
  reason: z.string(),
})

export const clocksEvents = {
  'assessment.triage-answered': z.object({
    question: triageQuestion,
    answer: triageAnswer,
    words: z.string(),
    offers: z.array(z.object({ code: z.string(), name: named })),
  }),
  'assessment.clock-started': started,
  'assessment.clock-corrected': started.extend({
    previous: z.object({ start, stages: z.array(z.object({ name: named, dueOn: day })) }),
  }),
  'assessment.clock-declined': ofClock.extend({ reason: z.string() }),
  'assessment.clock-warned': ofClock.extend(dueStage.shape).extend({ stageName: named }),
  'assessment.clock-overdue': ofClock.extend(dueStage.shape).extend({ stageName: named }),
  'assessment.stage-done': ofClock.extend({
    stage: z.string(),
    stageName: named,
    on: day,
    how: z.string(),
    isLate: z.boolean(),
  }),
  'assessment.stage-reopened': ofClock.extend({
    stage: z.string(),
    stageName: named,
    reason: z.string(),
  }),
}

export const offer = z.object({
  code: z.string(),
  because: z.union([
    z.object({ by: z.enum(['answer']), question: triageQuestion }),
    z.object({ by: z.enum(['harm']), harm: z.enum(['near-miss', 'injured']), words: z.string() }),
    z.object({ by: z.enum(['cue']), cue: cueCode, words: z.string() }),
    z.object({ by: z.enum(['fact']), words: z.string() }),
  ]),
})
export type Offer = z.output<typeof offer>

/** One clock of one complaint, with the definition as it was when somebody decided about it. */
export const clock = z.object({
  id,
  complaintId: id,
  code: z.string(),
  state: clockState,
  definition: clockDefinition,
  variant: z.string().nullable(),
  start: start.nullable(),
  stages: z.array(clockStage.extend({ state: stageState })),
  decided: z.object({ at: instant, byName: z.string(), reason: z.string() }).nullable(),
  history: z.array(formerStart),
})
export type Clock = z.output<typeof clock>

export const question = z.object({
  question: triageQuestion,
  answer: triageAnswer.nullable(),
  /** Null: read off the record, or not answered. */
  answered: z.object({ at: instant, byName: z.string() }).nullable(),
  /** What a yes would offer. */
  offers: z.array(z.object({ code: z.string(), name: named })),
})
export type Question = z.output<typeof question>

/** One stage that is coming or over, in a list across complaints. */
export const dueLine = z.object({
  clockId: id,
  complaintId: id,
  complaintNumber: z.string(),
  subject: z.string(),
  ownerName: z.string().nullable(),
  name: named,
  whose: clockDefinition.shape.whose,
  stage: z.string(),
  stageName: named,
  dueOn: day,
  dueAt: instant,
  state: stageState,
})
export type DueLine = z.output<typeof dueLine>
/** A clock that somebody's yes has offered and nobody has decided about. */
export const undecidedLine = z.object({
  clockId: id,
  complaintId: id,
  complaintNumber: z.string(),
  subject: z.string(),
  name: named,
})
export type UndecidedLine = z.output<typeof undecidedLine>

const ofComplaint = '/api/assessment/complaints/:complaintId' as const
const onComplaint = z.object({ complaintId: id })
const onClock = onComplaint.extend({ code: z.string() })
const onStage = onClock.extend({ stage: z.string() })
const answered = z.object({ complaintId: id, head: z.int() })

export const readClocks = endpoint({
  method: 'get',
  path: `${ofComplaint}/clocks`,
  summary: 'Triage questions, offered clocks and clocks of one complaint. Not legal advice.',
  params: onComplaint,
  answer: z.object({
    head: z.int(),
    receivedOn: day,
    questions: z.array(question),
    /** Spoken for by the record, and not decided about. */
    offers: z.array(z.object({ definition: clockDefinition, because: offer.shape.because })),
    clocks: z.array(clock),
  }),
})
export const answerTriage = endpoint({
  method: 'put',
  path: `${ofComplaint}/triage/:question`,
  summary: 'Answer one triage question: yes, no, or not known yet.',
  params: onComplaint.extend({ question: triageQuestion }),
  body: command.extend({ answer: triageAnswer, words: z.string().trim().max(500).default('') }),
  answer: answered,
})
export const startClock = endpoint({
  method: 'put',
  path: `${ofComplaint}/clocks/:code/start`,
  summary: 'Start a clock, or correct its start; the former last days stay in its history.',
  params: onClock,
  body: command.extend({ start, variant: z.string().nullable().default(null), reason: line }),
  answer: answered,
})
export const declineClock = endpoint({
  method: 'put',
  path: `${ofComplaint}/clocks/:code/non-applicability`,
  summary: 'Say with a reason that this clock does not apply (supervisors, administrators).',
  params: onClock,
  body: command.extend({ reason: line }),
  answer: answered,
})
export const completeStage = endpoint({
  method: 'post',
  path: `${ofComplaint}/clocks/:code/stages/:stage/completion`,
  summary: 'Say that a stage is done, on which day and by what.',
  params: onStage,
  body: command.extend({ on: day, how: line }),
  answer: answered,
})
export const reopenStage = endpoint({
  method: 'delete',
  path: `${ofComplaint}/clocks/:code/stages/:stage/completion`,
  summary: 'Take "done" back, with a reason.',
  params: onStage,
  body: command.extend({ reason: line }),
  answer: answered,
})
export const dueShows = ['mine', 'desk', 'all'] as const
export const listDueClocks = endpoint({
  method: 'get',
  path: '/api/assessment/clocks',
  summary:
    'Stages that are over or coming, next first, and clocks nobody has decided about: mine, those of my desk, or all.',
  query: z.object({
    show: z.enum(dueShows).default('mine'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ lines: z.array(dueLine), undecided: z.array(undecidedLine) }),
})
