import { describe, expect, test } from 'vitest'
import {
  calendarDay,
  clockTime,
  dayAndTime,
  dayKey,
  elapsed,
  lengthOf,
  remaining,
  stopwatch,
  urgencyOf,
  writtenDay,
} from './time.ts'

const now = Date.parse('2026-11-22T03:00:00Z') // 日曜 12:00
const minute = 60_000
const hour = 60 * minute

describe('日本の日時', () => {
  test('ブラウザーの時間帯にかかわらず日本の時刻で書く', () => {
    expect(dayAndTime('2026-11-24T08:00:00Z', now, 'ja')).toBe('11/24（火）17:00')
    expect(dayAndTime('2026-11-24T08:00:00Z', now, 'en')).toBe('Tue 24 Nov, 17:00')
    expect(clockTime('2026-11-24T15:00:00Z', 'ja')).toBe('00:00')
  })

  test('年が違うときだけ年を書く', () => {
    expect(calendarDay('2027-01-04T00:00:00Z', now, 'ja')).toBe('2027/1/4（月）')
    expect(calendarDay('2026-01-05T00:00:00Z', now, 'ja')).toBe('1/5（月）')
    expect(writtenDay('2026-11-24', now, 'ja')).toBe('11/24（火）')
    expect(writtenDay('2025-11-24', now, 'ja')).toBe('2025/11/24（月）')
  })

  test('日をまたぐのは日本の0時', () => {
    expect(dayKey('2026-11-22T14:59:59Z')).toBe('2026-11-22')
    expect(dayKey('2026-11-22T15:00:00Z')).toBe('2026-11-23')
  })
})

describe('残りの時間', () => {
  test.each([
    [now + 5 * hour + 25 * minute, 'あと5時間25分'],
    [now + 5 * hour, 'あと5時間'],
    [now + 59 * 1000, 'あと1分未満'],
    [now + 47 * hour, 'あと47時間'],
    [now + 48 * hour, 'あと2日'],
    [now, 'あと1分未満'],
    [now - 45 * minute, '45分超過'],
  ])('%d は %s', (at, said) => {
    expect(remaining(at, now, 'ja')).toBe(said)
  })

  test('英語では語のあいだを空ける', () => {
    expect(lengthOf(5 * hour + 25 * minute, 'en')).toBe('5 h 25 min')
    expect(elapsed(now - 3 * hour, now, 'en')).toBe('3 h ago')
    expect(elapsed(now - 30_000, now, 'ja')).toBe('たった今')
  })

  test('色は、過ぎた・2時間以内・きょう・それより先', () => {
    expect(urgencyOf(now - 1, now)).toBe('over')
    expect(urgencyOf(now + 2 * hour - 1, now)).toBe('soon')
    expect(urgencyOf(now + 2 * hour, now)).toBe('today')
    expect(urgencyOf(now + 12 * hour, now)).toBe('later')
  })
})

test('ストップウォッチは1時間から時を足す', () => {
  expect(stopwatch(272_000)).toBe('04:32')
  expect(stopwatch(3_872_000)).toBe('1:04:32')
  expect(stopwatch(-5)).toBe('00:00')
})
