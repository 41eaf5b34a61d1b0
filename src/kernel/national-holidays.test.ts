import library from '@holiday-jp/holiday_jp'
import { expect, test } from 'vitest'
import { holidayName, isNationalHoliday } from './national-holidays.ts'

const named = (date: string) => holidayName(Temporal.PlainDate.from(date))

test('2000年から2050年まで、一日も違わず既存の祝日表と一致する', () => {
  const differing: string[] = []
  const end = Temporal.PlainDate.from('2050-12-31')
  let day = Temporal.PlainDate.from('2000-01-01')
  for (; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    if (isNationalHoliday(day) !== library.isHoliday(day.toString())) differing.push(day.toString())
  }
  expect(differing).toEqual([])
})

test('2000年から2050年まで、祝日の名も既存の祝日表と一致する', () => {
  const nameInLaw: Record<string, string> = {
    休日: '国民の休日',
    '休日（祝日扱い）': 'その年限りの祝日',
    '体育の日（スポーツの日）': '体育の日',
  }
  const lawName = (name: string) =>
    name.endsWith('振替休日') ? '振替休日' : (nameInLaw[name] ?? name)
  const onceOnly = new Set(['即位の日', '即位礼正殿の儀の行われる日'])
  for (const { date, name } of Object.values(library.holidays)) {
    if (date < '2000') continue
    const ours = named(date) ?? ''
    expect([date, onceOnly.has(ours) ? 'その年限りの祝日' : ours]).toEqual([date, lawName(name)])
  }
})

test.each([
  ['2026-09-21', '敬老の日'],
  ['2026-09-22', '国民の休日'],
  ['2026-09-23', '秋分の日'],
  ['2026-05-06', '振替休日'],
  ['2024-02-12', '振替休日'],
  ['2019-04-30', '国民の休日'],
  ['2019-05-02', '国民の休日'],
  ['2020-07-24', 'スポーツの日'],
  ['2021-08-09', '振替休日'],
  ['2027-03-21', '春分の日'],
  ['2027-03-22', '振替休日'],
  ['2028-03-20', '春分の日'],
  ['2028-09-22', '秋分の日'],
  ['2029-04-30', '振替休日'],
  ['2029-09-24', '振替休日'],
  ['2030-05-06', '振替休日'],
  ['2030-08-12', '振替休日'],
  ['2030-11-04', '振替休日'],
])('%sは%s', (date, name) => {
  expect(named(date)).toBe(name)
})

test.each(['2026-11-24', '2026-12-31', '2019-12-23', '2020-10-12', '2021-07-19'])(
  '%sは祝日ではない',
  (date) => {
    expect(named(date)).toBeUndefined()
  },
)
