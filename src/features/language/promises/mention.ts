import type { BusinessCalendar } from '#kernel/business-calendar.ts'

export type Day = Temporal.PlainDate

/** What 「明日」 and 「3営業日以内」 are counted from. */
export type Moment = {
  readonly now: Temporal.Instant
  readonly today: Day
  readonly calendar: BusinessCalendar
}

/** `isAsSaid`: 午前, 夕方 or a 24-hour clock was said, so that the hour is not read by business hours. */
export type Clock = { readonly hour: number; readonly minute: number; readonly isAsSaid: boolean }

/**
 * What a day is counted from: today, or the day said before it for a part of the day (夕方), a bare weekday,
 * 翌日 (`following`), その日 (`same-day`) and それまで (`again`: the hour, too). `counted`: a number of days.
 */
export type Basis = 'part' | 'weekday' | 'following' | 'same-day' | 'again' | 'counted'

/** One expression of time, as one pattern reads it. `from` is the day it is counted from. */
export type Said =
  | { kind: 'day'; on: (moment: Moment, from: Day) => Day | undefined; basis?: Basis }
  | { kind: 'clock'; clock: Clock }
  | { kind: 'minutes'; minutes: number }
  /** Something later without a date: 後日, 数日以内. */
  | { kind: 'vague' }
  /** 昨日, 毎日: whatever hangs on it is no promise. */
  | { kind: 'never' }

export type Mention = { readonly start: number; readonly end: number; readonly said: Said }

export type Reader = {
  readonly pattern: RegExp
  readonly read: (groups: readonly (string | undefined)[]) => Said | undefined
}

/** A number as people write it in dates; more digits are no date. */
export const n = '(?<![\\d〇一二三四五六七八九十百])(\\d{1,4}|[〇一二三四五六七八九十百]{1,5})'

/** All readings of a text; `exec` in a loop, because `matchAll` compiles a copy of the pattern each time. */
export function mentionsBy(readers: readonly Reader[], text: string): Mention[] {
  const mentions: Mention[] = []
  for (const { pattern, read } of readers) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const said = read(match)
      if (said) mentions.push({ start: match.index, end: match.index + match[0].length, said })
    }
  }
  return mentions
}

/** Of overlapping readings the one that starts first, then the longest. */
export function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  }
  return kept
}
