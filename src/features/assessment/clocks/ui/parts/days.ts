import type { Language } from '#kernel/dictionary.ts'
import { calendarDay, dayKey } from '#kit/time.ts'

/** 12/3（木） of a day in Japan. */
export function dayName(on: string, now: number, language: Language): string {
  return calendarDay(`${on}T00:00:00+09:00`, now, language)
}

/** How many days from today until that day; negative when it is past. */
export function daysUntil(on: string, now: number): number {
  return Math.round((Date.parse(on) - Date.parse(dayKey(now))) / 86_400_000)
}
