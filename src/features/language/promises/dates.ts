import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import type { Day, Reader, Said } from './mention.ts'

export const weekdays = '月火水木金土日'
export const weekday = `[${weekdays}]曜日?|[${weekdays}](?=の\\d|まで|\\))`
export const year = `(?:(?:西暦)?(\\d{4})年|(令和|平成|昭和|R|H)\\s?(元|\\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|[./]))`
export const within = '(?:いっぱい|一杯|中(?!旬)|じゅう|のうち|内)?'

type OnDay = Extract<Said, { kind: 'day' }>['on']

export function reader(
  source: string,
  on: (groups: readonly (string | undefined)[]) => OnDay,
  fromToday = false,
): Reader {
  return {
    pattern: new RegExp(source, 'gu'),
    read: ([, ...groups]) => {
      const day = on(groups)
      // 明日 is always counted from today, also when another day was said before it.
      return { kind: 'day', on: (moment, from) => day(moment, fromToday ? moment.today : from) }
    },
  }
}

export const number = (words = '') => parseNumeral(words) ?? 0
export const yearsOn = (words = '') => (/来年|明年|翌年/u.test(words) ? 1 : 0)
export const monthsOn = (words = '') => (words === '再来月' ? 2 : /来月|翌月/u.test(words) ? 1 : 0)
export const weeksOn = (words = '') =>
  /再来|さ来|さらい/u.test(words) ? 2 : /来週|翌週|次週|らいしゅう/u.test(words) ? 1 : 0

export function eraToYear(era: string, years = ''): number {
  const first = { 令: 2019, R: 2019, 平: 1989, H: 1989, 昭: 1926 }[era[0] ?? ''] ?? 2019
  return first + (years === '元' ? 1 : number(years)) - 1
}

export function monthDay(from: Day, month: number, day: number, year?: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year === 0) return undefined
  const date = existing(year ?? from.year, month, day)
  if (year !== undefined || !date || Temporal.PlainDate.compare(date, from) >= 0) return date
  // 「1月5日」 said in December is next year's; 「11月20日」 said four days later is over.
  return from.since(date).days <= 92 ? undefined : existing(from.year + 1, month, day)
}

function existing(year: number, month: number, day: number): Day | undefined {
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return date.day === day ? date : undefined
}

export function ofMonth(from: Day, month: number, day: number, year?: number): Day | undefined {
  if (month < 1 || month > 12) return undefined
  const said = Temporal.PlainDate.from({ year: year ?? from.year, month, day })
  return year === undefined && Temporal.PlainDate.compare(said, from) < 0
    ? said.add({ years: 1 })
    : said
}

export function inMonth(from: Day, day: number): Day | undefined {
  return existing(from.year, from.month, day)
}

export function nextDayOfMonth(from: Day, day: number): Day | undefined {
  if (day < 1 || day > 31) return undefined
  for (let months = 0; months < 3; months += 1) {
    const date = inMonth(from.with({ day: 1 }).add({ months }), day)
    if (date && Temporal.PlainDate.compare(date, from) >= 0) return date
  }
  return undefined
}

export function monthEnd(from: Day): Day {
  return from.with({ day: from.daysInMonth })
}

/** 「12月の第2金曜」. A week of a month ends on its Friday. */
export function nthOfMonth(
  from: Day,
  months: number,
  month: number,
  nth: number,
  name: string,
): Day | undefined {
  const start = month === 0 ? from.add({ months }).with({ day: 1 }) : ofMonth(from, month, 31)
  const first = start?.with({ day: 1 })
  const weekday = name === '週' ? 5 : weekdays.indexOf(name[0] ?? '月') + 1
  return first?.add({ days: ((weekday + 7 - first.dayOfWeek) % 7) + 7 * (nth - 1) })
}

function monday(day: Day): Day {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

export function ofWeek(from: Day, weeks: number, weekdayIndex: number): Day {
  return monday(from).add({ days: weeks * 7 + weekdayIndex })
}

/** A week of business ends on Friday; on a Saturday or Sunday what is left of it ends on Sunday. */
export function weekEnd(from: Day, weeks: number): Day {
  return ofWeek(from, weeks, weeks === 0 && from.dayOfWeek > 5 ? 6 : 4)
}

export function upcoming(from: Day, name: string): Day {
  const day = ofWeek(from, 0, weekdays.indexOf(name))
  return Temporal.PlainDate.compare(day, from) < 0 ? day.add({ days: 7 }) : day
}
