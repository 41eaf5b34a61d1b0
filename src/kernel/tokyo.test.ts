import { expect, test } from 'vitest'
import { toInstant, tokyoDay } from './tokyo.ts'

const day = Temporal.PlainDate.from('2026-11-24')

test('日付と時刻は日本時間として読む', () => {
  expect(toInstant(day, '17:00').toString()).toBe('2026-11-24T08:00:00Z')
  expect(toInstant(day, '00:00').toString()).toBe('2026-11-23T15:00:00Z')
})

test('24時はその日の終わりの真夜中', () => {
  expect(toInstant(day, '24:00').toString()).toBe('2026-11-24T15:00:00Z')
})

test('協定世界時の15時に日本の日付が変わる', () => {
  expect(tokyoDay(Temporal.Instant.from('2026-11-24T14:59:59Z')).toString()).toBe('2026-11-24')
  expect(tokyoDay(Temporal.Instant.from('2026-11-24T15:00:00Z')).toString()).toBe('2026-11-25')
})

test('時刻でないものは受け取らない', () => {
  expect(() => toInstant(day, '25:00')).toThrow(RangeError)
})
