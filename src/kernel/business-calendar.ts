import { isNationalHoliday } from './national-holidays.ts'
import { toInstant, tokyoDay } from './tokyo.ts'

/** When a company's desk is open. Days are `YYYY-MM-DD`, times `HH:MM` in Japan. */
export type BusinessCalendar = {
  /** 1 = Monday … 7 = Sunday. */
  readonly workdays: readonly number[]
  /** On one and the same day; `closes: '24:00'` is midnight. */
  readonly hours: { readonly opens: string; readonly closes: string }
  /** Weekdays that close earlier (or later) than usual, like a Saturday until noon: 1–7 → closing time. */
  readonly halfWeekdays?: Readonly<Record<number, string>>
  /** Single days that close earlier (or later) than that: day → closing time. */
  readonly halfDays?: Readonly<Record<string, string>>
  /** Times of every day when nobody is there, like lunch; business days are counted as if there were none. */
  readonly breaks?: readonly { readonly from: string; readonly to: string }[]
  /** The company's own holidays. */
  readonly closedOn: readonly string[]
  /** Days worked in spite of everything else said here. */
  readonly openOn: readonly string[]
  /** First and last closed day, `MM-DD`; null for a desk that works through. */
  readonly yearEnd: { readonly from: string; readonly to: string } | null
  readonly holidays: 'japan' | 'none'
}

export const japaneseOfficeCalendar: BusinessCalendar = {
  workdays: [1, 2, 3, 4, 5],
  hours: { opens: '09:00', closes: '18:00' },
  closedOn: [],
  openOn: [],
  yearEnd: { from: '12-29', to: '01-03' },
  holidays: 'japan',
}

export function isBusinessDay(calendar: BusinessCalendar, day: Temporal.PlainDate): boolean {
  const date = day.toString()
  if (calendar.openOn.includes(date)) return true
  return (
    calendar.workdays.includes(day.dayOfWeek) &&
    !calendar.closedOn.includes(date) &&
    !isYearEnd(calendar, date) &&
    !(calendar.holidays === 'japan' && isNationalHoliday(day))
  )
}

/** The first business day after this one. */
export function nextBusinessDay(
  calendar: BusinessCalendar,
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  return businessDayBeyond(calendar, day, 1)
}

/** The last business day before this one. */
export function previousBusinessDay(
  calendar: BusinessCalendar,
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  return businessDayBeyond(calendar, day, -1)
}

/** 「3営業日以内」: the next business day counts as 1. Negative counts back; 0 is the day itself. */
export function addBusinessDays(
  calendar: BusinessCalendar,
  day: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  const direction = count < 0 ? -1 : 1
  let reached = day
  for (let left = Math.abs(count); left > 0; left -= 1)
    reached = businessDayBeyond(calendar, reached, direction)
  return reached
}

/** How many business days it is until `to`, counted like addBusinessDays; negative when `to` is past. */
export function businessDaysBetween(
  calendar: BusinessCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): number {
  const direction = Temporal.PlainDate.compare(to, from)
  let count = 0
  for (let day = from; !day.equals(to);) {
    day = day.add({ days: direction })
    if (isBusinessDay(calendar, day)) count += direction
  }
  return count
}

/**
 * When the desk closes on that day. A day that is closed anyway ends at the usual hour: what was said
 * for a Sunday must not quietly become Monday.
 */
export function endOfBusiness(
  calendar: BusinessCalendar,
  day: Temporal.PlainDate,
): Temporal.Instant {
  return toInstant(day, closingTime(calendar, day))
}

/** The clock time at which the desk closes on that day, `HH:MM`. */
export function closingTime(
  { hours, halfDays, halfWeekdays }: BusinessCalendar,
  day: Temporal.PlainDate,
): string {
  return halfDays?.[day.toString()] ?? halfWeekdays?.[day.dayOfWeek] ?? hours.closes
}

export function isOpenAt(calendar: BusinessCalendar, instant: Temporal.Instant): boolean {
  const day = tokyoDay(instant)
  return (
    isBusinessDay(calendar, day) &&
    Temporal.Instant.compare(startOfBusiness(calendar, day), instant) <= 0 &&
    Temporal.Instant.compare(instant, endOfBusiness(calendar, day)) < 0
  )
}

/** The first moment from now on that somebody is there: now itself when the desk is open. */
export function nextOpening(
  calendar: BusinessCalendar,
  instant: Temporal.Instant,
): Temporal.Instant {
  if (isOpenAt(calendar, instant)) return instant
  const day = tokyoDay(instant)
  const opening = startOfBusiness(calendar, day)
  const stillToCome = Temporal.Instant.compare(instant, opening) < 0
  return isBusinessDay(calendar, day) && stillToCome
    ? opening
    : startOfBusiness(calendar, nextBusinessDay(calendar, day))
}

/** The last moment up to now that somebody was there: now itself when open, else the last closing. */
export function previousBusinessMoment(
  calendar: BusinessCalendar,
  instant: Temporal.Instant,
): Temporal.Instant {
  if (isOpenAt(calendar, instant)) return instant
  const day = tokyoDay(instant)
  const closing = endOfBusiness(calendar, day)
  const alreadyPast = Temporal.Instant.compare(closing, instant) <= 0
  return isBusinessDay(calendar, day) && alreadyPast
    ? closing
    : endOfBusiness(calendar, previousBusinessDay(calendar, day))
}

function startOfBusiness(calendar: BusinessCalendar, day: Temporal.PlainDate): Temporal.Instant {
  return toInstant(day, calendar.hours.opens)
}

function isYearEnd({ yearEnd }: BusinessCalendar, date: string): boolean {
  if (!yearEnd) return false
  const monthDay = date.slice(-5)
  const { from, to } = yearEnd
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to // over New Year
}

function businessDayBeyond(
  calendar: BusinessCalendar,
  start: Temporal.PlainDate,
  direction: 1 | -1,
): Temporal.PlainDate {
  let day = start
  for (let looked = 0; looked < 366; looked += 1) {
    day = day.add({ days: direction })
    if (isBusinessDay(calendar, day)) return day
  }
  throw new RangeError(
    `This business calendar has no open day within a year of ${start.toString()}`,
  )
}
