import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line } from '#kernel/fields.ts'
import { channel, severity } from '#features/complaints/contract.ts'

/** First answer of a person, each later answer, and the end. */
export const goals = ['first', 'next', 'resolution'] as const
export const goal = z.enum(goals)
export type Goal = z.output<typeof goal>

/** Who the complaint waits for while a clock stands still. */
export const waiterKinds = ['customer', 'department', 'parts', 'other'] as const
export const waiter = z.object({ kind: z.enum(waiterKinds), name: line })
export type Waiter = z.output<typeof waiter>

/** Shares of a target at which it changes its colour; from the second on somebody is told. */
export const steps = [50, 75, 100] as const

export const targetsEvents = {
  'assignment.paused': z.object({
    waiter: z.object({ kind: z.enum(waiterKinds), name: z.string() }),
    reason: z.string(),
    /** The day on which it goes on at the latest. */
    untilOn: day.nullable(),
  }),
  'assignment.resumed': z.object({ reason: z.string() }),
  'assignment.target-warned': z.object({
    goal,
    startedAt: instant,
    percent: z.int(),
    dueAt: instant.nullable(),
  }),
}

const minutes = z.int().positive().nullable()
/** Rows are read from the top; the first that fits decides. Null fits everything; minutes of open time, null: no target. */
export const targetRow = z.object({
  deskId: id.nullable(),
  channel: channel.nullable(),
  severity: severity.nullable(),
  first: minutes,
  next: minutes,
  resolution: minutes,
})
export type TargetRow = z.output<typeof targetRow>

/** Holds from its day on until the next edition. */
export const targetEdition = z.object({ fromOn: day, rows: z.array(targetRow) })
export type TargetEdition = z.output<typeof targetEdition>

export const clock = z.object({
  goal,
  state: z.enum(['running', 'paused', 'met']),
  startedAt: instant,
  endedAt: instant.nullable(),
  goalMinutes: z.int(),
  usedMinutes: z.number(),
  /** Null while it is paused or met, and when the desk never opens again. In the past once it is over. */
  dueAt: instant.nullable(),
})
export type Clock = z.output<typeof clock>

export const pause = z.object({
  since: instant,
  waiter: targetsEvents['assignment.paused'].shape.waiter,
  reason: z.string(),
  untilOn: day.nullable(),
})
export type Pause = z.output<typeof pause>

/** Counted at `at`; `opensAt`: when the desk is closed now, the next opening. */
export const standing = z.object({
  at: instant,
  clocks: z.array(clock),
  pause: pause.nullable(),
  opensAt: instant.nullable(),
})
export type Standing = z.output<typeof standing>

const onComplaint = z.object({ complaintId: id })

export const readStanding = endpoint({
  method: 'get',
  path: '/api/assignment/complaints/:complaintId/targets',
  summary: 'The targets of one complaint: running, paused for whom, or met.',
  params: onComplaint,
  answer: standing,
})
export const pauseTargets = endpoint({
  method: 'post',
  path: '/api/assignment/complaints/:complaintId/pause',
  summary: 'Stop the clocks, naming who is waited for and why; they go on by themselves.',
  params: onComplaint,
  body: command.extend({
    // The name is asked for in words, so that the refusal can say what is missing.
    waiter: z.object({ kind: z.enum(waiterKinds), name: z.string().trim().max(200) }).nullable(),
    reason: z.string().trim().max(500),
    untilOn: day.nullable().default(null),
  }),
  answer: standing,
})
export const resumeTargets = endpoint({
  method: 'delete',
  path: '/api/assignment/complaints/:complaintId/pause',
  summary: 'Let the clocks go on.',
  params: onComplaint,
  body: command.extend({ reason: line }),
  answer: standing,
})
export const listTargets = endpoint({
  method: 'get',
  path: '/api/assignment/targets',
  summary: 'The targets by desk, channel and severity, with the day from which each edition holds.',
  answer: z.object({ editions: z.array(targetEdition), today: day }),
})
export const saveTargets = endpoint({
  method: 'put',
  path: '/api/assignment/targets/:fromOn',
  summary: 'Write the edition of a day that is not past (administrators).',
  params: z.object({ fromOn: day }),
  body: z.object({ rows: z.array(targetRow).max(100) }),
  answer: z.object({ editions: z.array(targetEdition), today: day }),
})
