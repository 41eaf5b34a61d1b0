import { ofWeek, reader, upcoming, weekday, weekdays, weekEnd, weeksOn, within } from './dates.ts'
import type { Reader } from './mention.ts'

const week = '(今週|来週|再来週|翌週|次週|さ来週|さらいしゅう|らいしゅう|こんしゅう)'

export const weekReaders: readonly Reader[] = [
  reader(`${week}の?(${weekday})(?![間])`, (g) => {
    return (_, from) => ofWeek(from, weeksOn(g[0]), weekdays.indexOf((g[1] ?? '月')[0] ?? '月'))
  }),
  reader(
    `${week}の?末|${week}の?(?:週末|土日)`,
    (g) => (_, from) => ofWeek(from, weeksOn(g[0] ?? g[1]), 6),
  ),
  reader(`${week}(?:の?(?:早々|頭|あたま|初め|はじめ|明け))`, (g) => {
    return (_, from) => ofWeek(from, weeksOn(g[0]), 0)
  }),
  reader(`${week}の?(?:前半|半ば)`, (g) => (_, from) => ofWeek(from, weeksOn(g[0]), 2)),
  reader(
    `${week}(?:の?後半)?${within}(?!の?[${weekdays}]曜)`,
    (g) => (_, from) => weekEnd(from, weeksOn(g[0])),
  ),
  reader(
    `([${weekdays}])曜?・?([${weekdays}])(?=の(?:どちらか|いずれか|両日))`,
    (g) => (_, from) => upcoming(from, g[1] ?? '月'),
  ),
  reader('週明け(?:早々|すぐ)?', () => (_, from) => ofWeek(from, 1, 0)),
  reader('(?<![今来再翌])週末', () => (_, from) => ofWeek(from, 0, 6)),
  reader('(?<![今来再翌])週(?:中|内)(?=に|で)', () => (_, from) => weekEnd(from, 0)),
  {
    pattern: new RegExp(`(?<!毎週の?|[今来再翌]週の?|次の|今度の)([${weekdays}])曜日?`, 'gu'),
    read: ([, name]) => ({
      kind: 'day',
      on: (_, from) => upcoming(from, name ?? '月'),
      basis: 'weekday',
    }),
  },
  reader(
    `(?:次の|今度の)([${weekdays}])曜日?`,
    (g) => (_, from) => upcoming(from.add({ days: 1 }), g[0] ?? '月'),
  ),
]
