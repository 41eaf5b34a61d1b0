import { toInstant } from '#kernel/tokyo.ts'
import { complaintsEvents } from '#features/complaints/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { targetsEvents, type Goal, type Pause, type Waiter } from '../targets/contract.ts'

/** What starts, stops or ends a clock. Instants are ISO. */
export type Mark = { readonly at: string } & (
  | { readonly kind: 'begun'; readonly isHeardAtOnce: boolean }
  | { readonly kind: 'customer' | 'answer' | 'arrived' | 'closed' | 'reopened' | 'resumed' }
  | {
      readonly kind: 'paused'
      readonly waiter: Waiter
      readonly reason: string
      readonly untilOn: string | null
    }
)

/** Somebody of ours speaks with the customer from the first moment on. */
const spokenChannels: readonly string[] = ['phone', 'counter', 'visit']

/** The marks among the entries of one timeline, in the order in which they happened. */
export function marksOf(entries: readonly TimelineEntry[]): Mark[] {
  const theirs = new Set(entries.flatMap(promisedToUs))
  return entries
    .flatMap((entry) => markOf(entry, theirs))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Types that can be a mark: nothing else has to be read. */
export const markTypes: readonly string[] = [
  'complaints.received',
  'complaints.noted',
  'complaints.closed',
  'complaints.reopened',
  'intake.call-started',
  'intake.call-ended',
  'commitments.made',
  'commitments.kept',
  'assignment.paused',
  'assignment.resumed',
  'letters.sent',
]

function markOf(entry: TimelineEntry, theirs: ReadonlySet<unknown>): Mark[] {
  const { type, at, payload } = entry
  if (payload === null) return []
  if (type === 'complaints.received') return begun(payload)
  if (type === 'complaints.noted') return noted(entry)
  if (type === 'complaints.closed') return [{ kind: 'closed', at }]
  if (type === 'complaints.reopened') return [{ kind: 'reopened', at }]
  if (type === 'intake.call-started')
    return payload['direction'] === 'in'
      ? [
          { kind: 'customer', at },
          { kind: 'answer', at },
        ]
      : []
  if (type === 'intake.call-ended')
    return payload['how'] === 'cut-off' ? [] : [{ kind: 'answer', at }]
  if (type === 'commitments.kept')
    return theirs.has(payload['commitmentId']) ? [{ kind: 'arrived', at }] : []
  if (type === 'assignment.paused') return pausedMark(entry)
  if (type === 'assignment.resumed') return [{ kind: 'resumed', at }]
  // What nobody wrote is no answer: a person waits for a person.
  return type === 'letters.sent' && payload['writtenByName'] ? [{ kind: 'answer', at }] : []
}

/** What was brought over from another system was answered there. */
function begun(payload: Record<string, unknown>): Mark[] {
  const read = complaintsEvents['complaints.received'].safeParse(payload)
  if (!read.success || read.data.source || read.data.channel === 'import') return []
  const { receivedAt, channel } = read.data
  return [{ kind: 'begun', at: receivedAt, isHeardAtOnce: spokenChannels.includes(channel) }]
}

/** What is said within a call is part of the call. */
function noted({ payload, at, by }: TimelineEntry): Mark[] {
  if (payload?.['callId'] !== undefined) return []
  const speaker = payload?.['speaker']
  if (speaker === 'customer') return [{ kind: 'customer', at }]
  return speaker === 'operator' && by.startsWith('member:') ? [{ kind: 'answer', at }] : []
}

function pausedMark({ payload, at }: TimelineEntry): Mark[] {
  const read = targetsEvents['assignment.paused'].safeParse(payload)
  return read.success ? [{ kind: 'paused', at, ...read.data }] : []
}

function promisedToUs({ type, payload }: TimelineEntry): unknown[] {
  return type === 'commitments.made' && payload?.['madeTo'] === 'us'
    ? [payload['commitmentId']]
    : []
}

/** A stretch during which a clock runs; `to: null` while it does. */
export type Segment = { readonly from: string; readonly to: string | null }
export type Run = {
  readonly goal: Goal
  readonly startedAt: string
  readonly endedAt: string | null
  readonly segments: readonly Segment[]
  readonly isPaused: boolean
}

type Running = { readonly runs: readonly Run[]; readonly pause: Pause | null }

/** The clocks that the marks up to `now` have started, and what stops them now. */
export function runsOf(marks: readonly Mark[], now: string): Running {
  const past = marks.filter(({ at }) => Date.parse(at) <= Date.parse(now))
  return goneOnBy(past.reduce(advance, { runs: [], pause: null }), now)
}

function advance(before: Running, mark: Mark): Running {
  const state = goneOnBy(before, mark.at)
  const { at } = mark
  switch (mark.kind) {
    case 'begun':
      return { ...state, runs: [first(mark), start('resolution', at)] }
    case 'customer':
      return heard(goesOn(state, at, ['customer']), at)
    case 'answer':
      return answered(state, at)
    case 'arrived':
      return goesOn(state, at, ['department', 'parts'])
    case 'resumed':
      return goesOn(state, at)
    case 'paused':
      return pausedAt(state, mark)
    case 'closed':
      return { runs: state.runs.map((run) => end(run, at)), pause: null }
    case 'reopened':
      return reopened(state, at)
  }
}

function first(mark: Extract<Mark, { kind: 'begun' }>): Run {
  const run = start('first', mark.at)
  return mark.isHeardAtOnce ? end(run, mark.at) : run
}

/** The clock of the next answer begins with the first thing that stays unanswered. */
function heard({ runs, pause }: Running, at: string): Running {
  const owesAnswer = runs.some(({ goal, endedAt }) => goal !== 'resolution' && endedAt === null)
  const isOpen = runs.some(({ endedAt }) => endedAt === null)
  return { pause, runs: owesAnswer || !isOpen ? runs : [...runs, start('next', at)] }
}

/** A call is answered in the moment it comes: that is no clock. */
function answered({ runs, pause }: Running, at: string): Running {
  const waited = runs.filter(({ goal, startedAt }) => goal !== 'next' || startedAt !== at)
  return { pause, runs: waited.map((run) => (run.goal === 'resolution' ? run : end(run, at))) }
}

/** The time until the end goes on from where it stood; the time it was closed is not counted. */
function reopened({ runs, pause }: Running, at: string): Running {
  if (runs.length === 0) return { runs, pause }
  const again = runs.map((run) =>
    run.goal === 'resolution' && run.endedAt !== null ? goOn({ ...run, endedAt: null }, at) : run,
  )
  return { pause, runs: [...again, start('next', at)] }
}

function pausedAt({ runs }: Running, mark: Extract<Mark, { kind: 'paused' }>): Running {
  const { at: since, waiter, reason, untilOn } = mark
  return {
    pause: { since, waiter, reason, untilOn },
    runs: runs.map((run) =>
      run.endedAt || run.goal === 'first' ? run : { ...stop(run, since), isPaused: true },
    ),
  }
}

/** Ends the pause, if it is one for these. */
function goesOn(state: Running, at: string, waiters?: readonly Waiter['kind'][]): Running {
  const { pause, runs } = state
  if (!pause || (waiters && !waiters.includes(pause.waiter.kind))) return state
  return { pause: null, runs: runs.map((run) => (run.isPaused ? goOn(run, at) : run)) }
}

/** A pause that named its last day has ended by itself when the day came. */
function goneOnBy(state: Running, at: string): Running {
  const day = state.pause?.untilOn
  if (!day) return state
  const until = toInstant(Temporal.PlainDate.from(day), '00:00').toString()
  return Date.parse(until) <= Date.parse(at) ? goesOn(state, until) : state
}

function start(goal: Goal, at: string): Run {
  const segments = [{ from: at, to: null }]
  return { goal, startedAt: at, endedAt: null, segments, isPaused: false }
}

function stop(run: Run, at: string): Run {
  return { ...run, segments: run.segments.map(({ from, to }) => ({ from, to: to ?? at })) }
}

function end(run: Run, at: string): Run {
  return run.endedAt ? run : { ...stop(run, at), endedAt: at, isPaused: false }
}

function goOn(run: Run, at: string): Run {
  return { ...run, isPaused: false, segments: [...run.segments, { from: at, to: null }] }
}
