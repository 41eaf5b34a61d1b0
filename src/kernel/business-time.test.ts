import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { japaneseOfficeCalendar, type BusinessCalendar } from './business-calendar.ts'
import { afterBusinessTime, businessTimeBetween, type Timetable } from './business-time.ts'

const hour = 3_600_000
/** Weekdays 9–18 with lunch 12–13; Saturdays until noon; 12/28 until 15:00; closed over New Year. */
const desk: BusinessCalendar = {
  ...japaneseOfficeCalendar,
  workdays: [1, 2, 3, 4, 5, 6],
  halfWeekdays: { 6: '12:00' },
  halfDays: { '2026-12-28': '15:00' },
  breaks: [{ from: '12:00', to: '13:00' }],
}
const always: Timetable = [{ until: null, calendar: desk }]
const at = (text: string) => new Date(`${text}:00+09:00`).toISOString()

describe('営業時間の長さ', () => {
  // 2026-11-24 is a Tuesday; 11-23 is 勤労感謝の日.
  it.each([
    ['同じ瞬間', '2026-11-24T10:00', '2026-11-24T10:00', 0],
    ['逆向き', '2026-11-24T11:00', '2026-11-24T10:00', 0],
    ['午前のあいだ', '2026-11-24T10:00', '2026-11-24T11:30', 1.5],
    ['昼休みをまたぐ', '2026-11-24T11:00', '2026-11-24T14:00', 2],
    ['昼休みの中', '2026-11-24T12:10', '2026-11-24T12:50', 0],
    ['昼休みに始まる', '2026-11-24T12:30', '2026-11-24T13:30', 0.5],
    ['一日', '2026-11-24T00:00', '2026-11-25T00:00', 8],
    ['始業の前から', '2026-11-24T07:00', '2026-11-24T10:00', 1],
    ['終業のあと', '2026-11-24T18:00', '2026-11-24T23:00', 0],
    ['夜をまたぐ', '2026-11-24T17:00', '2026-11-25T10:00', 2],
    ['真夜中をまたぐ一分', '2026-11-24T23:59', '2026-11-25T00:01', 0],
    ['土曜の半日', '2026-11-28T09:00', '2026-11-28T18:00', 3],
    ['週末をまたぐ', '2026-11-27T17:00', '2026-11-30T10:00', 5],
    ['祝日をまたぐ', '2026-11-22T00:00', '2026-11-24T10:00', 1],
    ['早じまいの日', '2026-12-28T09:00', '2026-12-28T18:00', 5],
    ['年末年始', '2026-12-28T14:00', '2027-01-04T10:00', 2],
    ['年末年始の中', '2026-12-30T00:00', '2027-01-03T00:00', 0],
    ['夏の日も同じ長さ', '2026-07-01T00:00', '2026-07-02T00:00', 8],
    ['春に時計を進める国でも日本は変わらない', '2026-03-29T00:00', '2026-03-30T00:00', 0],
  ])('%s：%s から %s は %s 時間', (_, from, to, hours) => {
    expect(businessTimeBetween(always, at(from), at(to)) / hour).toBe(hours)
  })
})

describe('営業時間でその先', () => {
  it.each([
    ['午前のうち', '2026-11-24T10:00', 1, '2026-11-24T11:00'],
    ['昼休みの始まりちょうど', '2026-11-24T10:00', 2, '2026-11-24T12:00'],
    ['昼休みを越える', '2026-11-24T10:00', 3, '2026-11-24T14:00'],
    ['終業ちょうど', '2026-11-24T13:00', 5, '2026-11-24T18:00'],
    ['翌朝へ', '2026-11-24T17:00', 2, '2026-11-25T10:00'],
    ['夜に届いた', '2026-11-24T22:00', 1, '2026-11-25T10:00'],
    ['土曜の正午まで', '2026-11-28T11:00', 1, '2026-11-28T12:00'],
    ['週末を越える', '2026-11-28T11:00', 2, '2026-11-30T10:00'],
    ['年末年始を越える', '2026-12-28T14:00', 2, '2027-01-04T10:00'],
    ['ゼロはその瞬間か次の始業', '2026-11-24T20:00', 0, '2026-11-25T09:00'],
  ])('%s：%s から %s 時間は %s', (_, from, hours, to) => {
    expect(afterBusinessTime(always, at(from), hours * hour)).toBe(at(to))
  })
  it('ずっと閉まったままの窓口には、先がない', () => {
    const never = {
      ...desk,
      hours: { opens: '09:00', closes: '09:00' },
      halfWeekdays: {},
      halfDays: {},
    }
    expect(afterBusinessTime([{ until: null, calendar: never }], at('2026-11-24T10:00'), 1)).toBe(
      null,
    )
  })
})

describe('途中で変わった営業時間', () => {
  const longer: BusinessCalendar = { ...desk, hours: { opens: '09:00', closes: '20:00' } }
  const changed: Timetable = [
    { until: at('2026-11-25T19:00'), calendar: desk },
    { until: null, calendar: longer },
  ]
  it('変わる前に数えた時間は、変わらない', () => {
    const day = [at('2026-11-24T00:00'), at('2026-11-25T00:00')] as const
    expect(businessTimeBetween(changed, ...day)).toBe(businessTimeBetween(always, ...day))
  })
  it('変わった日の、変わったあとから数える', () => {
    const day = [at('2026-11-25T00:00'), at('2026-11-26T00:00')] as const
    expect(businessTimeBetween(changed, ...day) / hour).toBe(9)
  })
  it('変わったあとの日は、新しい時間で数える', () => {
    const day = [at('2026-11-26T00:00'), at('2026-11-27T00:00')] as const
    expect(businessTimeBetween(changed, ...day) / hour).toBe(10)
  })
})

describe('いつでも成り立つこと', () => {
  const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') })
  const iso = (ms: number) => new Date(ms).toISOString()
  it('時がたてば、過ぎた営業時間は減らない', () => {
    fc.assert(
      fc.property(moment, fc.nat(40 * 24 * hour), fc.nat(10 * 24 * hour), (from, long, more) => {
        const until = (ms: number) => businessTimeBetween(always, iso(from), iso(from + ms))
        expect(until(long + more)).toBeGreaterThanOrEqual(until(long))
      }),
      { numRuns: 200 },
    )
  })
  it('先へ進んだ分を測ると、進めた長さになる', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 100 * hour }), (from, ms) => {
        const to = afterBusinessTime(always, iso(from), ms)
        expect(businessTimeBetween(always, iso(from), to ?? '')).toBe(ms)
      }),
      { numRuns: 200 },
    )
  })
})
