import { describe, expect, test } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { doorkeeper, phoneHours, suspicion, take } from './rules.ts'

const allowance = { atOnce: 3, secondsPerMore: 60 }
const minute = 60_000

describe('同じところから続けて届くとき', () => {
  test('三件までは続けて受け、四件目で止め、一分で一件ぶん戻る', () => {
    const ask = doorkeeper(allowance)
    expect([0, 0, 0, 0].map((now) => ask('192.0.2.1', now))).toEqual([null, null, null, 1])
    expect(ask('192.0.2.1', minute)).toBeNull()
    expect(ask('192.0.2.1', minute)).toBe(1)
  })

  test('ほかのところからは、いつでも受ける', () => {
    const ask = doorkeeper(allowance)
    for (let i = 0; i < 9; i += 1) ask('192.0.2.1', 0)
    expect(ask('192.0.2.2', 0)).toBeNull()
  })

  test('止めているあいだに叩かれても、待ち時間は延びない', () => {
    const ask = doorkeeper(allowance)
    for (let i = 0; i < 30; i += 1) ask('192.0.2.1', i * 1000)
    expect(ask('192.0.2.1', minute + 30_000)).toBeNull()
  })

  test('覚えておく数には限りがある', () => {
    const ask = doorkeeper({ atOnce: 1, secondsPerMore: 60 }, 2)
    ask('a', 0)
    ask('b', 0)
    ask('c', 0)
    expect(ask('a', 0)).toBeNull()
    expect(ask('c', 0)).toBe(1)
  })

  test('時計が戻っても、増えも減りもしない', () => {
    expect(take({ left: 1, at: 1000 }, 0, allowance).bucket.left).toBe(0)
  })
})

describe('電話でお受けする時間', () => {
  const tuesday = Temporal.PlainDate.from('2026-11-24')
  const weekdays = [1, 2, 3, 4, 5]
  const usual = { weekdays, days: [], opens: '09:00', closes: '18:00' }

  test('ふつうの週は、曜日と時間だけ', () => {
    const told = phoneHours(japaneseOfficeCalendar, Temporal.PlainDate.from('2026-11-24'))
    expect(told).toEqual({ hours: [usual], closedOn: [] })
  })

  test('早く閉まる曜日は、その曜日の時間を言う', () => {
    const calendar = {
      ...japaneseOfficeCalendar,
      workdays: [1, 2, 3, 4, 5, 6],
      halfWeekdays: { 6: '12:00' },
    }
    expect(phoneHours(calendar, tuesday).hours).toEqual([
      usual,
      { weekdays: [6], days: [], opens: '09:00', closes: '12:00' },
    ])
  })

  test('二週間のうちに早く閉まる日、開ける日、休む日を言う', () => {
    const calendar = {
      ...japaneseOfficeCalendar,
      halfDays: { '2026-11-27': '15:00', '2026-12-28': '12:00' },
      openOn: ['2026-11-28'],
      closedOn: ['2026-12-01'],
    }
    expect(phoneHours(calendar, tuesday)).toEqual({
      hours: [
        usual,
        { weekdays: [], days: ['2026-11-27'], opens: '09:00', closes: '15:00' },
        { weekdays: [], days: ['2026-11-28'], opens: '09:00', closes: '18:00' },
      ],
      closedOn: ['2026-12-01'],
    })
  })
})

describe('機械らしさ', () => {
  test.each([
    [{}, null],
    [{ openSeconds: 40 }, null],
    [{ openSeconds: 0.4 }, 'haste'],
    [{ website: 'https://spam.example', openSeconds: 40 }, 'trap'],
  ])('%j は %s', (told, why) => {
    expect(suspicion(told)).toBe(why)
  })
})
