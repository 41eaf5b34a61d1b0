import { expect, it } from 'vitest'
import { dayName, daysUntil } from './days.ts'

const justAfterMidnight = Date.parse('2026-11-30T15:00:00Z')

it('残りの日数は、日本の日付で数える', () => {
  expect(daysUntil('2026-12-03', justAfterMidnight - 1)).toBe(3)
  expect(daysUntil('2026-12-03', justAfterMidnight)).toBe(2)
  expect(daysUntil('2026-11-29', justAfterMidnight)).toBe(-2)
})

it('日は曜日をつけて言い、年が違えば年もつける', () => {
  expect(dayName('2026-12-03', justAfterMidnight, 'ja')).toBe('12/3（木）')
  expect(dayName('2027-01-04', justAfterMidnight, 'ja')).toBe('2027/1/4（月）')
})
