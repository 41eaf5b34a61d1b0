import { closingTime, isBusinessDay, type BusinessCalendar } from './business-calendar.ts'
import { toInstant } from './tokyo.ts'

/** Which hours hold until when, oldest first; the last holds on (`until: null`). Instants are ISO. */
export type Timetable = readonly {
  readonly until: string | null
  readonly calendar: BusinessCalendar
}[]

/** Milliseconds since the epoch, the end excluded. */
type Span = { readonly from: number; readonly to: number }

const dayMs = 86_400_000
/** Japan has had no summer time since 1951: a day is 24 hours and begins nine hours before UTC's. */
const tokyoAheadMs = 9 * 3_600_000
const longestClosedDays = 730

/** Open time between two instants in ms; 0 when `to` is not after `from`. */
export function businessTimeBetween(timetable: Timetable, from: string, to: string): number {
  const span = { from: Date.parse(from), to: Date.parse(to) }
  let sum = 0
  for (let day = dayOf(span.from); day <= dayOf(span.to); day += 1)
    for (const open of openOn(timetable, day)) sum += lengthOf(overlap(open, span))
  return sum
}

/**
 * The instant (ISO) at which so many ms of open time have gone by: the closing itself when they end there, not the next
 * opening. Null: this timetable stays closed for two years.
 */
export function afterBusinessTime(timetable: Timetable, from: string, ms: number): string | null {
  const start = Date.parse(from)
  let left = ms
  let closedDays = 0
  for (let day = dayOf(start); closedDays < longestClosedDays; day += 1, closedDays += 1) {
    for (const open of openOn(timetable, day)) {
      const rest = overlap(open, { from: start, to: open.to })
      if (lengthOf(rest) === 0) continue
      if (left <= lengthOf(rest)) return new Date(rest.from + left).toISOString()
      left -= lengthOf(rest)
      closedDays = 0
    }
  }
  return null
}

function openOn(timetable: Timetable, day: number): Span[] {
  let from = -Infinity
  return timetable.flatMap(({ until, calendar }) => {
    const version = { from, to: until === null ? Infinity : Date.parse(until) }
    from = version.to
    const isToday = version.from < startOf(day + 1) && startOf(day) < version.to
    const open = isToday ? spansOn(calendar, day) : []
    return open.map((span) => overlap(span, version)).filter((span) => lengthOf(span) > 0)
  })
}

const known = new WeakMap<BusinessCalendar, Map<number, readonly Span[]>>()

/** Lists ask for the same days again and again. */
function spansOn(calendar: BusinessCalendar, day: number): readonly Span[] {
  const days = known.get(calendar) ?? new Map<number, readonly Span[]>()
  known.set(calendar, days)
  const before = days.get(day)
  if (before) return before
  const spans = readSpans(calendar, day)
  days.set(day, spans)
  return spans
}

function readSpans(calendar: BusinessCalendar, day: number): Span[] {
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day })
  if (!isBusinessDay(calendar, date)) return []
  const at = (time: string) => toInstant(date, time).epochMilliseconds
  let open = [{ from: at(calendar.hours.opens), to: at(closingTime(calendar, date)) }]
  for (const { from, to } of calendar.breaks ?? [])
    open = open.flatMap((span) => without(span, { from: at(from), to: at(to) }))
  return open.filter((span) => lengthOf(span) > 0)
}

function without(span: Span, pause: Span): Span[] {
  if (lengthOf(overlap(span, pause)) === 0) return [span]
  return [
    { from: span.from, to: pause.from },
    { from: pause.to, to: span.to },
  ]
}

function overlap(one: Span, other: Span): Span {
  return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }
}

function lengthOf({ from, to }: Span): number {
  return Math.max(0, to - from)
}

function dayOf(ms: number): number {
  return Math.floor((ms + tokyoAheadMs) / dayMs)
}

function startOf(day: number): number {
  return day * dayMs - tokyoAheadMs
}
