import {
  addBusinessDays,
  isBusinessDay,
  japaneseOfficeCalendar,
  nextBusinessDay,
  nextOpening,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type {
  ClockDefinition,
  Length,
  StageDefinition,
  TriageQuestion,
} from '../definitions/contract.ts'
import type { ClockStage, ClockState, Offer, StageState, Start } from './contract.ts'

type Day = Temporal.PlainDate
type Instant = Temporal.Instant

/** Weekends, national holidays and 29 December to 3 January (行政機関の休日に関する法律). */
export const governmentCalendar: BusinessCalendar = japaneseOfficeCalendar

/**
 * The last day of a stretch of time that starts with something on `start`, before any holiday moves it. Days: the day of
 * the start is day 1 when it is counted, else the day after. Months and years end on the day before the day of the same
 * number, or on the last day of a month that has none (民法143条). Business days pass over closed days.
 */
export function lastDay(start: Day, length: Omit<Length, 'aim'>, calendar: BusinessCalendar): Day {
  const { count, unit } = length
  const first = length.firstDay === 'counted' ? start : start.add({ days: 1 })
  switch (unit) {
    case 'hour':
      return start
    case 'day':
      return count === 0 ? start : first.add({ days: count - 1 })
    case 'business-day':
      return lastBusinessDay(start, length, calendar)
    case 'month':
      return dayBefore(first, first.add({ months: count }), start)
    case 'year':
      return dayBefore(first, first.add({ years: count }), start)
  }
}

function lastBusinessDay(
  start: Day,
  { count, firstDay }: Omit<Length, 'aim'>,
  calendar: BusinessCalendar,
): Day {
  const isFirst = firstDay === 'counted' && isBusinessDay(calendar, start)
  return addBusinessDays(calendar, start, isFirst ? Math.max(0, count - 1) : count)
}

/** Temporal has already taken the last day of a month that is too short: that is the end itself. */
function dayBefore(first: Day, same: Day, start: Day): Day {
  if (same.equals(first)) return start
  return same.day < first.day ? same : same.subtract({ days: 1 })
}

export type Calendars = { readonly company: BusinessCalendar }

/** A stage from its start: the last day, and the instant at which it is over (the midnight that ends the day, in Japan). */
export function dueOf(
  stage: Pick<StageDefinition, 'length' | 'lengthFor' | 'onHoliday' | 'calendar'>,
  start: Start,
  variant: string | null,
  { company }: Calendars,
): Pick<ClockStage, 'dueOn' | 'dueAt' | 'aimOn'> {
  const length = (variant === null ? undefined : stage.lengthFor[variant]) ?? stage.length
  const calendar = stage.calendar === 'company' ? company : governmentCalendar
  const on = Temporal.PlainDate.from(start.on)
  if (length.unit === 'hour') return dueByHour(on, start.at, length.count)
  const rolled = (day: Day) =>
    stage.onHoliday === 'rolls' && !isBusinessDay(calendar, day)
      ? nextBusinessDay(calendar, day)
      : day
  const dueOn = rolled(lastDay(on, length, calendar))
  const aim = length.aim === undefined ? null : lastDay(on, aimed(length, length.aim), calendar)
  const dueAt = toInstant(dueOn, '24:00').toString()
  return { dueOn: dueOn.toString(), dueAt, aimOn: aim?.toString() ?? null }
}

function aimed({ unit, firstDay }: Length, count: number): Omit<Length, 'aim'> {
  return { unit, firstDay, count }
}

function dueByHour(on: Day, at: string | null, count: number) {
  const due = toInstant(on, at ?? '00:00').add({ hours: count })
  return { dueOn: tokyoDay(due).toString(), dueAt: due.toString(), aimOn: null }
}

/** All stages of a clock that starts then; nothing of them is done yet. */
export function stagesOf(
  definition: ClockDefinition,
  start: Start,
  variant: string | null,
  calendars: Calendars,
): ClockStage[] {
  return definition.stages.map((stage) => ({
    key: stage.key,
    ...dueOf(stage, start, variant, calendars),
    warned: 0,
    warnedAt: null,
    overAt: null,
    done: null,
  }))
}

/** So many days before the last one, by the length of the whole: the longer, the earlier and the more often. */
export function warningDays(startOn: string, dueOn: string): readonly number[] {
  const days = Temporal.PlainDate.from(startOn).until(dueOn).days
  if (days <= 3) return [1]
  if (days <= 14) return [3, 1]
  if (days <= 92) return [7, 3, 1]
  return days <= 366 ? [30, 7, 1] : [90, 30, 7]
}

/**
 * When to warn of a stage, earliest first: on those days when the desk opens, on the open day before when it is closed.
 * Also on the day that is aimed at. Only moments after `from` and before the end are left.
 */
export function warningsOf(
  { dueOn, dueAt, aimOn }: Pick<ClockStage, 'dueOn' | 'dueAt' | 'aimOn'>,
  startOn: string,
  from: Instant,
  company: BusinessCalendar,
): Instant[] {
  const last = Temporal.PlainDate.from(dueOn)
  const days = warningDays(startOn, dueOn).map((days) => last.subtract({ days }))
  const wanted = aimOn === null ? days : [...days, Temporal.PlainDate.from(aimOn)]
  const moments = wanted.map((day) => openingOnOrBefore(company, day).toString())
  return [...new Set(moments)]
    .map((moment) => Temporal.Instant.from(moment))
    .filter((moment) => isBefore(from, moment) && isBefore(moment, Temporal.Instant.from(dueAt)))
    .toSorted((a, b) => Temporal.Instant.compare(a, b))
}

function openingOnOrBefore(calendar: BusinessCalendar, day: Day): Instant {
  let open = day
  for (let back = 0; back < 14 && !isBusinessDay(calendar, open); back += 1)
    open = open.subtract({ days: 1 })
  return nextOpening(calendar, toInstant(open, '00:00'))
}

function isBefore(one: Instant, other: Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

/** At the instant itself it is over. */
export function isOver(dueAt: string, now: string): boolean {
  return Temporal.Instant.compare(dueAt, now) <= 0
}

/** What a stage is now. `soon`: warned of, or its last day but one has come. A customer's right that is over is `ended`. */
export function stageState(
  stage: Pick<ClockStage, 'done' | 'dueAt' | 'dueOn' | 'warnedAt'>,
  whose: ClockDefinition['whose'],
  now: string,
): StageState {
  if (stage.done) return 'done'
  if (isOver(stage.dueAt, now)) return whose === 'customers-right' ? 'ended' : 'over'
  const today = tokyoDay(Temporal.Instant.from(now))
  const left = today.until(stage.dueOn).days
  return stage.warnedAt !== null || left <= 1 ? 'soon' : 'open'
}

/** The stage that is next to be done, by its last day. */
export function nextStage(stages: readonly ClockStage[]): ClockStage | null {
  const open = stages.filter(({ done }) => done === null)
  return open.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))[0] ?? null
}

type Clocked = {
  readonly state: ClockState
  readonly definition: ClockDefinition
  readonly start: Start | null
  readonly variant: string | null
}

/** A clock starts on a day that has come, in one of its variants; a correction has to change something. */
export function whyNotStarted(
  clock: Clocked,
  wanted: { readonly start: Start; readonly variant: string | null },
  at: string,
) {
  const { variants } = clock.definition
  if (wanted.start.on > dayOf(at)) return refuse('invalid', 'assessment.start-to-come', {})
  if (variants.length > 0 && !variants.some(({ key }) => key === wanted.variant))
    return refuse('invalid', 'assessment.variant-missing', {})
  const isSame =
    clock.start?.on === wanted.start.on &&
    clock.start.at === wanted.start.at &&
    clock.variant === wanted.variant
  return isSame ? refuse('conflict', 'assessment.same-start', {}) : null
}

/** The stage that is to be marked done, or why it cannot be: never before the clock began, never ahead of time. */
export function whyNotDone<C extends Clocked & { readonly stages: readonly ClockStage[] }>(
  clock: C | undefined,
  wanted: { readonly stage: string; readonly on: string },
  at: string,
): Result<{ clock: C; stage: ClockStage }> {
  const stage = clock?.stages.find(({ key }) => key === wanted.stage)
  if (!clock?.start || !stage) return refuse('missing', 'assessment.clock-missing', {})
  if (stage.done) return refuse('conflict', 'assessment.stage-already-done', { on: stage.done.on })
  if (wanted.on > dayOf(at)) return refuse('invalid', 'assessment.done-to-come', {})
  if (wanted.on < clock.start.on)
    return refuse('invalid', 'assessment.done-before-start', { on: clock.start.on })
  return ok({ clock, stage })
}

function dayOf(at: string): string {
  return tokyoDay(Temporal.Instant.from(at)).toString()
}

type Answers = ReadonlyMap<TriageQuestion, 'yes' | 'no' | 'unknown'>

/** What the record says to the questions: by somebody's answer, or by what was written down about harm. */
export function answersOf({ triage, safety }: Pick<CaseRecord, 'triage' | 'safety'>): Answers {
  const answers = new Map<TriageQuestion, 'yes' | 'no' | 'unknown'>()
  if (safety) answers.set('hurt', harmAnswers[safety.harm])
  for (const { question, answer } of triage) answers.set(question, answer)
  return answers
}

const harmAnswers = {
  none: 'no',
  'near-miss': 'yes',
  injured: 'yes',
  unknown: 'unknown',
} as const

/** Which kinds of clocks the record speaks for, and why. It decides nothing: a named person starts them. */
export function offersOf(
  record: Pick<CaseRecord, 'triage' | 'safety' | 'cues' | 'facts'>,
  definitions: readonly ClockDefinition[],
): Offer[] {
  const answers = answersOf(record)
  return definitions.flatMap((definition) => {
    const because = whyOffered(record, answers, definition)
    return because ? [{ code: definition.code, because }] : []
  })
}

function whyOffered(
  { safety, cues, facts }: Pick<CaseRecord, 'safety' | 'cues' | 'facts'>,
  answers: Answers,
  { offeredBy }: ClockDefinition,
): Offer['because'] | null {
  const asked = offeredBy.answers.find((question) => answers.get(question) === 'yes')
  const harm = offeredBy.harms.find((each) => each === safety?.harm)
  if (harm) return { by: 'harm', words: safety?.words ?? '', harm }
  if (asked) return { by: 'answer', question: asked }
  // Whoever has said no to all that it is asked by has answered what the words only hint at.
  if (offeredBy.answers.every((question) => answers.get(question) === 'no')) return null
  const cue = cues.find(({ code }) => offeredBy.cues.some((each) => each === code))
  if (cue) return { by: 'cue', cue: cue.code, words: cue.words }
  const fact = facts.find(
    ({ topic, status }) => status !== 'withdrawn' && offeredBy.facts.some((each) => each === topic),
  )
  return fact ? { by: 'fact', words: fact.statement } : null
}
