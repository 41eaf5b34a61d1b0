import { isBusinessDay, type BusinessCalendar } from '#kernel/business-calendar.ts'
import { refuse } from '#kernel/result.ts'
import type { CalendarSettings } from './contract.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

export function toBusinessCalendar(settings: CalendarSettings): BusinessCalendar {
  return {
    workdays: settings.workdays,
    hours: { opens: settings.opens, closes: settings.closes },
    halfWeekdays: settings.halfWeekdays,
    halfDays: settings.halfDays,
    closedOn: settings.closedOn,
    openOn: settings.openOn,
    yearEnd: { from: settings.yearEndFrom, to: settings.yearEndTo },
    holidays: 'japan',
  }
}

/** Why no date can be counted with these settings. Half days before `today` are history: they may stay as they are. */
export function whyNotCounted(settings: CalendarSettings, today: string) {
  const { opens, closes, halfWeekdays, halfDays } = settings
  if (closes <= opens) return refuse('invalid', 'access.closes-before-opens', {})
  const coming = Object.entries(halfDays).filter(([day]) => day >= today)
  return (
    weekdays
      .map((weekday) => whyNotHalfWeekday(settings, weekday, halfWeekdays[weekday]))
      .find((why) => why !== null) ??
    coming.map(([day, at]) => whyNotHalfDay(settings, day, at)).find((why) => why !== null) ??
    null
  )
}

export function whyNotHalfWeekday(
  { workdays, opens, closes }: CalendarSettings,
  weekday: Weekday,
  at: string | undefined,
) {
  if (at === undefined) return null
  if (!workdays.includes(weekday))
    return refuse('invalid', 'access.half-weekday-closed', { weekday })
  return opens < at && at < closes
    ? null
    : refuse('invalid', 'access.half-weekday-outside', { weekday, opens, closes })
}

/** A single day may also stay open until the usual hour, where its weekday closes early. */
export function whyNotHalfDay(settings: CalendarSettings, day: string, at: string) {
  const { opens, closes } = settings
  if (!isBusinessDay(toBusinessCalendar(settings), Temporal.PlainDate.from(day)))
    return refuse('invalid', 'access.half-day-closed', { day })
  return opens < at && at <= closes
    ? null
    : refuse('invalid', 'access.half-day-outside', { day, opens, closes })
}
