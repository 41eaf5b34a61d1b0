import {
  addBusinessDays,
  japaneseOfficeCalendar,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { tokyo } from '#kernel/tokyo.ts'
import { original } from '#kernel/japanese-text/mapped-text.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { PromisePhrase, PromiseText } from '../contract.ts'

type Day = (
  m: RegExpMatchArray,
  today: Temporal.PlainDate,
  c: BusinessCalendar,
) => Temporal.PlainDate

const days: readonly (readonly [RegExp, Day])[] = [
  [
    /(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日/,
    (m, today) => monthDay(today, Number(m[1]), Number(m[2])),
  ],
  [/(\d{1,2})営業日以内/, (m, today, c) => addBusinessDays(c, today, Number(m[1]))],
  [/(\d{1,2})日以内/, (m, today) => today.add({ days: Number(m[1]) })],
  [/明後日|あさって/, (_, today) => today.add({ days: 2 })],
  [/明日|あした|あす/, (_, today) => today.add({ days: 1 })],
  [/本日|今日|きょう/, (_, today) => today],
  [/来週の?([月火水木金土日])曜/, (m, today) => weekday(monday(today).add({ days: 7 }), m[1])],
  [/(?:今週の?)?([月火水木金土日])曜/, (m, today) => upcoming(today, m[1])],
]

/** Dated promises in a text. `now` fixes what 「明日」 means; times are Japanese. */
export function findPromises(
  { now, text }: PromiseText,
  calendar: BusinessCalendar = japaneseOfficeCalendar,
): { promises: PromisePhrase[] } {
  const mapped = normalise(text)
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(tokyo).toPlainDate()
  for (const [pattern, dayOf] of days) {
    const match = mapped.text.match(pattern)
    if (!match || match.index === undefined) continue
    const day = dayOf(match, today, calendar)
    const after = mapped.text.slice(match.index + match[0].length)
    const time = timeIn(after)
    const span = original(mapped, match.index, match.index + match[0].length)
    const due = time ? `${day.toString()}T${time}:00+09:00` : day.toString()
    const words = text.slice(span.start, span.end)
    return { promises: [{ words, due, precision: time ? 'minute' : 'day', ...span }] }
  }
  return { promises: [] }
}

function timeIn(after: string): string | null {
  const clock = after.match(/^の?(?:(午前|午後|夕方)の?)?(\d{1,2})(?:時(半|(\d{1,2})分)?|:(\d\d))/)
  if (!clock) return /^の?(?:午前中|正午)/.test(after) ? '12:00' : null
  const hour =
    Number(clock[2]) + (/午後|夕方/.test(clock[1] ?? '') && Number(clock[2]) < 12 ? 12 : 0)
  const minute = clock[3] === '半' ? 30 : Number(clock[4] ?? clock[5] ?? 0)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function monthDay(today: Temporal.PlainDate, month: number, day: number): Temporal.PlainDate {
  const date = Temporal.PlainDate.from({ year: today.year, month, day })
  return Temporal.PlainDate.compare(date, today) < 0 ? date.add({ years: 1 }) : date
}

function monday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

function weekday(start: Temporal.PlainDate, name = '月'): Temporal.PlainDate {
  return start.add({ days: '月火水木金土日'.indexOf(name) })
}

function upcoming(today: Temporal.PlainDate, name = '月'): Temporal.PlainDate {
  const day = weekday(monday(today), name)
  return Temporal.PlainDate.compare(day, today) < 0 ? day.add({ days: 7 }) : day
}
