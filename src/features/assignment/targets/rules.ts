import { afterBusinessTime, businessTimeBetween, type Timetable } from '#kernel/business-time.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Channel, Severity } from '#features/complaints/contract.ts'
import { runsOf, type Mark, type Run, type Segment } from '../clocks/rules.ts'
import { steps, type Clock, type Goal, type Pause, type TargetEdition } from './contract.ts'

/** Where a complaint stands, so that a row of the table can fit it. */
export type Situation = {
  readonly deskId: string | null
  readonly channel: Channel
  readonly severity: Severity | null
}

export type Counting = {
  readonly marks: readonly Mark[]
  readonly situation: Situation
  readonly editions: readonly TargetEdition[]
  readonly timetable: Timetable
  /** ISO instant. */
  readonly now: string
}

/** Every clock of a complaint as it stands now, from the timeline alone; and who is waited for. */
export function standingOf(counting: Counting): { clocks: Clock[]; pause: Pause | null } {
  const { runs, pause } = runsOf(counting.marks, counting.now)
  return { clocks: runs.flatMap((run) => clockOf(run, counting)), pause }
}

function clockOf(run: Run, counting: Counting): Clock[] {
  const goalMinutes = minutesFor(run.goal, run.startedAt, counting)
  if (goalMinutes === null) return []
  const { timetable, now } = counting
  const used = usedOf(run.segments, timetable, now)
  const state = run.endedAt ? 'met' : run.isPaused ? 'paused' : 'running'
  const dueAt =
    state === 'running' ? reachedAt(run.segments, timetable, goalMinutes * minute) : null
  const { goal, startedAt, endedAt } = run
  return [{ goal, state, startedAt, endedAt, goalMinutes, usedMinutes: used / minute, dueAt }]
}

/** The edition of the day the clock began; of its rows the first that fits. */
export function minutesFor(
  goal: Goal,
  startedAt: string,
  { editions, situation }: Pick<Counting, 'editions' | 'situation'>,
): number | null {
  const day = tokyoDay(Temporal.Instant.from(startedAt)).toString()
  const edition = editions
    .toSorted((a, b) => a.fromOn.localeCompare(b.fromOn))
    .findLast(({ fromOn }) => fromOn <= day)
  const row = edition?.rows.find(
    (each) =>
      fits(each.deskId, situation.deskId) &&
      fits(each.channel, situation.channel) &&
      fits(each.severity, situation.severity),
  )
  return row?.[goal] ?? null
}

function fits(asked: string | null, is: string | null): boolean {
  return asked === null || asked === is
}

const minute = 60_000

function usedOf(segments: readonly Segment[], timetable: Timetable, now: string): number {
  return segments.reduce(
    (sum, { from, to }) => sum + businessTimeBetween(timetable, from, to ?? now),
    0,
  )
}

/** When so much open time has been used, should nothing stop the clock again. */
function reachedAt(segments: readonly Segment[], timetable: Timetable, ms: number): string | null {
  let left = ms
  for (const { from, to } of segments) {
    const used = to === null ? Infinity : businessTimeBetween(timetable, from, to)
    if (left <= used) return afterBusinessTime(timetable, from, left)
    left -= used
  }
  return null
}

export type Level = 'calm' | 'half' | 'soon' | 'over'

export function percentOf({ usedMinutes, goalMinutes }: Clock): number {
  return Math.floor((usedMinutes / goalMinutes) * 100)
}

/** The colour of a clock: from 50, 75 and 100 % of its target on. */
export function levelOf(clock: Clock): Level {
  const percent = percentOf(clock)
  const [half, soon, over] = steps
  if (percent >= over) return 'over'
  if (percent >= soon) return 'soon'
  return percent >= half ? 'half' : 'calm'
}

/** The clock a list shows: the running one that is due first, else one that stands still. */
export function foremost(clocks: readonly Clock[]): Clock | null {
  const running = clocks
    .filter(({ state, dueAt }) => state === 'running' && dueAt !== null)
    .toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
  return running[0] ?? clocks.find(({ state }) => state === 'paused') ?? null
}

export type Warning = {
  readonly goal: Goal
  readonly startedAt: string
  readonly percent: 75 | 100
  readonly at: string
  readonly dueAt: string | null
}

const told = [75, 100] as const

/** When the desk is told that a running clock has used 75 and 100 %, earliest first; some of it may lie in the past. */
export function warningsOf(counting: Counting): Warning[] {
  const { runs } = runsOf(counting.marks, counting.now)
  const open = runs.filter(({ endedAt, isPaused }) => endedAt === null && !isPaused)
  return open
    .flatMap(({ goal, startedAt, segments }) => {
      const minutes = minutesFor(goal, startedAt, counting)
      if (minutes === null) return []
      const reached = (percent: number) =>
        reachedAt(segments, counting.timetable, (minutes * minute * percent) / 100)
      return told.flatMap((percent) => {
        const at = reached(percent)
        return at === null ? [] : [{ goal, startedAt, percent, at, dueAt: reached(100) }]
      })
    })
    .toSorted((a, b) => a.at.localeCompare(b.at))
}
