import { describe, expect, it } from 'vitest'
import { closingTime, isOpenAt, previousBusinessMoment } from '#kernel/business-calendar.ts'
import { calendarSettings, type CalendarSettings } from './contract.ts'
import { toBusinessCalendar, whyNotCounted } from './rules.ts'

/** As it was stored before there were half days. */
const stored = {
  workdays: [1, 2, 3, 4, 5, 6],
  opens: '09:00',
  closes: '18:00',
  closedOn: ['2026-12-25'],
  openOn: ['2026-11-29'],
  yearEndFrom: '12-29',
  yearEndTo: '01-03',
}
const office = calendarSettings.parse(stored)
const today = '2026-11-24'
const at = (text: string) => Temporal.Instant.from(`${text}+09:00`)

it('早く閉まる日を知らないころの設定も、そのまま読める', () => {
  expect(office).toEqual({ ...stored, halfWeekdays: {}, halfDays: {} })
  expect(whyNotCounted(office, today)).toBeNull()
})

it('設定した曜日と日に、窓口は早く閉まる', () => {
  const halfDays = { '2026-12-28': '15:00' }
  const calendar = toBusinessCalendar({ ...office, halfWeekdays: { 6: '12:00' }, halfDays })
  const closing = (day: string) => closingTime(calendar, Temporal.PlainDate.from(day))
  expect(['2026-11-27', '2026-11-28', '2026-12-28'].map(closing)).toEqual([
    '18:00',
    '12:00',
    '15:00',
  ])
  expect(isOpenAt(calendar, at('2026-11-28T11:59'))).toBe(true)
  expect(isOpenAt(calendar, at('2026-11-28T12:00'))).toBe(false)
  expect(previousBusinessMoment(calendar, at('2026-11-28T15:00'))).toEqual(at('2026-11-28T12:00'))
})

describe('数えられない営業日には、わけを言う', () => {
  const codeOf = (change: Partial<CalendarSettings>) =>
    whyNotCounted({ ...office, ...change }, today)?.refusal.code ?? null

  it.each<[string, Partial<CalendarSettings>, string | null]>([
    ['始まる前に終わる', { closes: '09:00' }, 'access.closes-before-opens'],
    ['休みの曜日', { halfWeekdays: { 7: '12:00' } }, 'access.half-weekday-closed'],
    ['始まる時刻に閉まる曜日', { halfWeekdays: { 6: '09:00' } }, 'access.half-weekday-outside'],
    ['いつもの時刻に閉まる曜日', { halfWeekdays: { 6: '18:00' } }, 'access.half-weekday-outside'],
    ['始まってすぐ閉まる曜日', { halfWeekdays: { 6: '09:01' } }, null],
    ['休みの日', { halfDays: { '2026-12-06': '12:00' } }, 'access.half-day-closed'],
    ['会社の休業日', { halfDays: { '2026-12-25': '12:00' } }, 'access.half-day-closed'],
    ['祝日', { halfDays: { '2027-01-11': '12:00' } }, 'access.half-day-closed'],
    ['年末年始', { halfDays: { '2026-12-30': '12:00' } }, 'access.half-day-closed'],
    ['休日でも営業する日', { halfDays: { '2026-11-29': '12:00' } }, null],
    ['始まる前に閉まる日', { halfDays: { '2026-12-28': '08:00' } }, 'access.half-day-outside'],
    ['いつもより遅い日', { halfDays: { '2026-12-28': '18:01' } }, 'access.half-day-outside'],
    [
      '半日の曜日でも、いつもの時刻まで開ける日',
      { halfWeekdays: { 6: '12:00' }, halfDays: { '2026-12-05': '18:00' } },
      null,
    ],
    ['もう過ぎた日は、いまの決まりに合わなくてよい', { halfDays: { '2026-11-23': '20:00' } }, null],
    [
      'きょうは合わなければならない',
      { halfDays: { '2026-11-24': '20:00' } },
      'access.half-day-outside',
    ],
  ])('%s', (_, change, code) => expect(codeOf(change)).toBe(code))
})
