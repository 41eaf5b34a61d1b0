import { holidayName } from '#kernel/national-holidays.ts'
import {
  eraToYear,
  inMonth,
  monthDay,
  monthsOn,
  nextDayOfMonth,
  number,
  reader,
  weekday,
  weekdays,
  within,
  year,
  yearsOn,
} from './dates.ts'
import { n, type Reader } from './mention.ts'
import { followingReaders } from './following.ts'
import { monthReaders } from './months.ts'
import { weekReaders } from './weeks.ts'

// 「27日（金）」: the weekday in brackets only repeats the date.
const inBrackets = `(?:\\s?[(（][${weekdays}](?:曜日?)?(?:[・,、]?[祝休])?[)）])?`

const relative: readonly (readonly [words: string, days: number])[] = [
  ['明々後日|明明後日|しあさって', 3],
  ['明後日|あさって|みょうごにち', 2],
  [
    '今日明日|本日明日|きょうあす|一両日|明日|(?<!を)あした|(?<![でまりっ])あす(?!な|か|ら|き|た)|明朝|明晩|みょうにち',
    1,
  ],
  [
    '本日|今日(?!び)|きょう(?!は?ど|い|かし|き)|今夜|今晩|今夕|即日(?=、|お|ご|に|中|発|対)|今日じゅう',
    0,
  ],
]

const holidays =
  '成人の日|建国記念(?:の)?日|天皇誕生日|春分の日|昭和の日|憲法記念日|みどりの日|こどもの日|海の日|山の日|敬老の日|秋分の日|スポーツの日|文化の日|勤労感謝の日'

function nextHoliday(from: Temporal.PlainDate, said: string): Temporal.PlainDate | undefined {
  const name = said === '建国記念日' ? '建国記念の日' : said
  const days = Array.from({ length: 367 }, (_, days) => from.add({ days }))
  return days.find((day) => holidayName(day) === name)
}

export const dayReaders: readonly Reader[] = [
  ...relative.map(([words, days]) =>
    reader(`(?:${words})${within}${inBrackets}`, () => (_, from) => from.add({ days }), days > 0),
  ),
  reader(`(?:${year}の?\\s?)?${n}月の?\\s?${n}日${inBrackets}(?!間)${within}`, (g) => {
    const [y, era, eraYear, m, d] = g
    const said = y ? Number(y) : era ? eraToYear(era, eraYear) : undefined
    return (_, from) => monthDay(from, number(m), number(d), said)
  }),
  reader(`(今年|本年|来年|明年|翌年)の?${n}月\\s?${n}日${inBrackets}${within}`, (g) => {
    return (_, from) => monthDay(from, number(g[1]), number(g[2]), from.year + yearsOn(g[0]))
  }),
  reader(
    `(?<![\\d/.:-])(?:(\\d{4})/)?(1[0-2]|0?[1-9])/(3[01]|[12]\\d|0?[1-9])(?![\\d/%])${inBrackets}${within}`,
    (g) => (_, from) => monthDay(from, Number(g[1]), Number(g[2]), g[0] ? Number(g[0]) : undefined),
  ),
  reader(
    `(?<![\\d-])(?:(\\d{4})|(R)(\\d{1,2}))[-./](\\d{1,2})[-./](\\d{1,2})(?![\\d-])${inBrackets}${within}`,
    ([y, era, eraYear, m, d]) =>
      (_, from) =>
        monthDay(from, Number(m), Number(d), y ? Number(y) : eraToYear(era ?? '', eraYear)),
  ),
  reader(
    `(今月|来月|翌月|再来月|当月)の?${n}日${inBrackets}${within}`,
    (g) => (_, from) => inMonth(from.add({ months: monthsOn(g[0]) }), number(g[1])),
  ),
  reader(
    `(?<![月年\\d第中])(?!一日[、かおごをはが$。])(?:\\d{1,2}[〜・、-])?${n}日${inBrackets}(?=まで|に(?!ち)|の|中|頃|ごろ|着|、|より|から(?!\\d)|か|${weekday}|当日|午|正午|深夜|早朝|夕|朝|昼|\\d|お|ご|を|は|が|$|。|[〜・-]|で(?:す|ござ|お|ご)|ないし|付け?で|必)(?!以内|間|後|前|目|ほど|かか)${within}`,
    (g) => (_, from) => nextDayOfMonth(from, number(g[0])),
  ),
  reader(`年末の?${n}日${inBrackets}`, (g) => (_, from) => monthDay(from, 12, number(g[0]))),
  reader(
    `(${holidays})`,
    ([name]) =>
      (_, from) =>
        nextHoliday(from, name ?? ''),
  ),
  reader('元日|元旦', () => (_, from) => monthDay(from, 1, 1)),
  reader('大[みミ]そか|大晦日', () => (_, from) => monthDay(from, 12, 31)),
  ...followingReaders,
  ...weekReaders,
  ...monthReaders,
]
