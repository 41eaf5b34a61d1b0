import {
  eraToYear,
  inMonth,
  monthEnd,
  monthsOn,
  nthOfMonth,
  number,
  ofMonth,
  reader,
  weekdays,
  year,
  yearsOn,
} from './dates.ts'
import { n, type Reader } from './mention.ts'

const month = '(今月|来月|翌月|再来月|当月)'
const end = '(?:末日?|の?月末|の?(?:末日?|最終日|終わり|下旬)|中(?!旬)|いっぱい|一杯|内|じゅう)'

export const monthReaders: readonly Reader[] = [
  reader(
    `${month}(?:${end})?(?!の?[\\d一二三]+日|の?[上中初下]旬|の?(?:初め|はじめ|頭|早々|半ば))`,
    (g) => {
      return (_, from) => monthEnd(from.add({ months: monthsOn(g[0]) }))
    },
  ),
  reader(`${month}の?(上旬|初旬|初め|はじめ|頭|早々|中旬|半ば)`, (g) => {
    return (_, from) =>
      inMonth(from.add({ months: monthsOn(g[0]) }), /[中半]/u.test(g[1] ?? '') ? 20 : 10)
  }),
  reader(
    '(?<![今来翌当]|\\d|[一二三四五六七八九十])月(?:末日?|内|いっぱい)(?!時点)|(?<![一-龯\\d]|の)末日(?=まで|に|、|を)',
    () => (_, from) => monthEnd(from),
  ),
  reader(
    `(?:(来年|明年|翌年|今年|本年)の?|${year})?${n}月(?:${end}|(?=に(?!入)|頃|ごろ|までに|お届け))`,
    (g) => {
      const said = g[1] ? Number(g[1]) : g[2] ? eraToYear(g[2], g[3]) : undefined
      return (_, from) => ofMonth(from, number(g[4]), 31, g[0] ? from.year + yearsOn(g[0]) : said)
    },
  ),
  reader(
    `(?:(今月|来月|翌月|再来月)|${n}月)の?(?:第(\\d|[一二三四五])|最初の)([${weekdays}]曜|週)(?:日|目|中|末|内)*`,
    (g) => (_, from) =>
      nthOfMonth(from, monthsOn(g[0]), number(g[1]), number(g[2] ?? '1'), g[3] ?? '週'),
  ),
  reader(`(?:(来年|明年|翌年|今年|本年)の?)?${n}月の?(上旬|初旬|中旬|半ば|初め)`, (g) => {
    const until = /[中半]/u.test(g[2] ?? '') ? 20 : 10
    return (_, from) =>
      ofMonth(from, number(g[1]), until, g[0] ? from.year + yearsOn(g[0]) : undefined)
  }),
  reader(
    `年内(?:いっぱい)?|(?<![\\d昨])年末(?!の?\\d)|(今年|本年|来年|明年|翌年)(?:中|いっぱい|末)`,
    (g) => {
      return (_, from) => from.with({ year: from.year + yearsOn(g[0]), month: 12, day: 31 })
    },
  ),
  reader('(?:今)?年度(?:末|内|中)', () => (_, from) => {
    return from.with({ year: from.month <= 3 ? from.year : from.year + 1, month: 3, day: 31 })
  }),
]
