import {
  closingTime,
  isBusinessDay,
  nextBusinessDay,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { PromisePhrase } from '#features/language/contract.ts'
import { findPromises } from '#features/language/door.ts'
import type { GateFinding } from './contract.ts'
import { isInQuotes } from './places.ts'

type Day = Temporal.PlainDate
/** `now`: ISO instant. */
type Moment = { readonly now: string; readonly calendar: BusinessCalendar }

const weekdays = '月火水木金土日'
const number = '[\\d０-９]{1,2}|[一二三四五六七八九十]{1,3}'
const dated = new RegExp(
  `(?:(?<year>[\\d０-９]{4})[年/／][ 　]?|令和(?<era>${number}|元)年[ 　]?)?(?<![\\d０-９/／])(?<month>${number})(?:月|[/／])[ 　]?(?<day>${number})日?[ 　]?(?:(?<open>[（(])[ 　]?|、|,|の|は)?[ 　]?(?<name>[${weekdays}])(?=曜|[ 　]?[）)・,、])`,
  'gu',
)

/** 「12月3日（月）」 when it is another day, with the right one; and days that no calendar has. */
export function wrongWeekdays(text: string, { now }: Moment): GateFinding[] {
  const today = tokyoDay(Temporal.Instant.from(now))
  return [...text.matchAll(dated)].flatMap((found): GateFinding[] => {
    const { name = '' } = found.groups ?? {}
    const end = found.index + found[0].length
    if (isInQuotes(text, found.index)) return []
    const meant = daysMeant(found.groups ?? {}, today)
    const [nearest] = meant
    const place = { rule: 'wrong-weekday', severity: 'error' as const, need: 'change' as const }
    if (!nearest) {
      const message = '暦にない日です。日付を確かめて、書き直してください。'
      return [{ ...place, start: found.index, end, message }]
    }
    if (nameOf(nearest) === name || wasThen(text, end, meant, name)) return []
    const message = `${said(nearest)}です。日付と曜日のどちらが正しいか、確かめてください。`
    return [{ ...place, start: end - name.length, end, message, fix: nameOf(nearest) }]
  })
}

/** What lies a year back is told of in the past. */
function wasThen(text: string, end: number, meant: readonly Day[], name: string): boolean {
  return (
    /^[^。\n]*(?:ました|でした|いただいた|頂いた|した)/u.test(text.slice(end, end + 60)) &&
    meant.some((day) => nameOf(day) === name)
  )
}

/** The day of the year that was named, or else of the years around, nearest first. */
function daysMeant(
  { year, era, month = '', day = '' }: Readonly<Record<string, string | undefined>>,
  today: Day,
): Day[] {
  const named =
    year ?? (era === undefined ? undefined : String(2018 + (era === '元' ? 1 : read(era))))
  const years = named === undefined ? [-1, 0, 1].map((by) => today.year + by) : [read(named)]
  return years
    .flatMap((each) => existing(each, read(month), read(day)) ?? [])
    .toSorted((a, b) => awayFrom(today, a) - awayFrom(today, b))
}

function read(words: string): number {
  return parseNumeral(words.normalize('NFKC')) ?? 0
}

function existing(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return date.day === day ? date : undefined
}

function awayFrom(today: Day, day: Day): number {
  return Math.abs(today.until(day).days)
}

const nameOf = (day: Day) => weekdays[day.dayOfWeek - 1] ?? ''
const said = (day: Day) => `${day.month}月${day.day}日は${nameOf(day)}曜日`
const written = (day: Day) => `${day.month}月${day.day}日（${nameOf(day)}）`

const doing =
  /電話|連絡|伺|うかが|訪問|参り|お届け|配達|配送|発送|お送り|引き?取り|回収|点検|修理|集荷|返信|お返事|ご説明|持参|お持ち/u
const isUntil = /まで|以内|中に|のうちに|締め/u

/** A visit, a call or a delivery on a day, or at an hour, at which nobody of ours is there; or on one that is over. */
export function daysNobodyKeeps(text: string, moment: Moment): GateFinding[] {
  const { promises } = findPromises({ now: moment.now, text }, moment.calendar)
  return [
    ...daysPast(text, moment),
    ...promises.flatMap((promise) => {
      const { words, due } = promise
      if (due === null || !doing.test(words) || isUntil.test(words)) return []
      return closedThen(promise, Temporal.PlainDate.from(due.slice(0, 10)), moment.calendar)
    }),
  ]
}

function closedThen(
  { start, end, due, precision }: PromisePhrase,
  day: Day,
  calendar: BusinessCalendar,
): GateFinding[] {
  const place = { rule: 'closed-then', severity: 'error' as const, start, end }
  const why = 'このまま送るなら、だれが行うかを理由に書いてください。'
  if (!isBusinessDay(calendar, day)) {
    const next = written(nextBusinessDay(calendar, day))
    const message = `${written(day)}は当社の休みの日です。次の営業日は${next}です。${why}`
    return [{ ...place, message, need: 'reason' }]
  }
  const [time, closes] = [due?.slice(11, 16) ?? '', closingTime(calendar, day)]
  const isOutside = time < calendar.hours.opens || time > closes
  if (precision !== 'minute' || time === '' || !isOutside) return []
  const hours = `${calendar.hours.opens}〜${closes}`
  const message = `${written(day)}の${time}は、営業時間（${hours}）の外です。${why}`
  return [{ ...place, message, need: 'reason' }]
}

/** Found as it would have been read two months ago: a day that was named, and is over by now. */
function daysPast(text: string, { now, calendar }: Moment): GateFinding[] {
  const instant = Temporal.Instant.from(now)
  const today = tokyoDay(instant)
  const before = instant.subtract({ hours: 24 * 60 }).toString()
  return findPromises({ now: before, text }, calendar).promises.flatMap(
    ({ words, due, start, end }): GateFinding[] => {
      if (due === null || !isNamed.test(words)) return []
      const day = Temporal.PlainDate.from(due.slice(0, 10))
      if (Temporal.PlainDate.compare(day, today) >= 0) return []
      const next = written(nextBusinessDay(calendar, today))
      const message = `${written(day)}は、もう過ぎています。守れる日に直してください（次の営業日は${next}）。`
      return [{ rule: 'day-past', severity: 'error', start, end, message, need: 'reason' }]
    },
  )
}

const isNamed = /[\d０-９一二三四五六七八九十]+(?:月|[/／])[ 　]?[\d０-９一二三四五六七八九十]+/u
