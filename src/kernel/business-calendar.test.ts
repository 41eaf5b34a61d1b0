import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addBusinessDays,
  businessDaysBetween,
  closingTime,
  endOfBusiness,
  isBusinessDay,
  isOpenAt,
  japaneseOfficeCalendar as office,
  nextBusinessDay,
  nextOpening,
  previousBusinessDay,
  previousBusinessMoment,
} from './business-calendar.ts'
import type { BusinessCalendar } from './business-calendar.ts'
import { toInstant } from './tokyo.ts'

const day = (date: string) => Temporal.PlainDate.from(date)
const at = (date: string, time: string) => toInstant(day(date), time)
const shown = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'minute' })

const busy: BusinessCalendar = {
  ...office,
  closedOn: ['2026-11-25'],
  openOn: ['2026-11-28', '2026-12-29'],
  halfDays: { '2026-11-27': '12:00' },
}

describe('営業日', () => {
  test.each([
    ['2026-11-24', true, '連休明けの火曜'],
    ['2026-11-23', false, '勤労感謝の日'],
    ['2026-11-22', false, '日曜'],
    ['2026-09-22', false, '国民の休日'],
    ['2026-12-28', true, '仕事納め'],
    ['2026-12-29', false, '年末休みの初日'],
    ['2027-01-03', false, '年始休みの末日'],
    ['2027-01-04', true, '仕事始め'],
  ])('%sは営業日か: %s（%s）', (date, open) => {
    expect(isBusinessDay(office, day(date))).toBe(open)
  })

  test('会社の休業日は休み、出勤日は土曜でも年末でも開く', () => {
    expect(isBusinessDay(busy, day('2026-11-25'))).toBe(false)
    expect(isBusinessDay(busy, day('2026-11-28'))).toBe(true)
    expect(isBusinessDay(busy, day('2026-12-29'))).toBe(true)
  })

  test('祝日も年末年始も開く会社は、曜日だけで決まる', () => {
    const always = {
      ...office,
      workdays: [1, 2, 3, 4, 5, 6, 7],
      yearEnd: null,
      holidays: 'none',
    } as const
    expect(isBusinessDay(always, day('2027-01-01'))).toBe(true)
  })

  test('年をまたがない長い休みも置ける', () => {
    const summer = { ...office, yearEnd: { from: '08-12', to: '08-16' } }
    expect(isBusinessDay(summer, day('2026-08-13'))).toBe(false)
    expect(isBusinessDay(summer, day('2026-12-30'))).toBe(true)
  })

  test('次と前の営業日', () => {
    expect(nextBusinessDay(office, day('2026-12-28')).toString()).toBe('2027-01-04')
    expect(previousBusinessDay(office, day('2026-11-24')).toString()).toBe('2026-11-20')
  })

  test('一日も開かない予定表は、回り続けずに知らせる', () => {
    expect(() => nextBusinessDay({ ...office, workdays: [] }, day('2026-11-24'))).toThrow(
      RangeError,
    )
  })
})

describe('営業日を数える', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-24'],
    ['2026-11-20', 3, '2026-11-26'],
    ['2026-11-21', 1, '2026-11-24'],
    ['2026-12-25', 3, '2027-01-05'],
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-24', -1, '2026-11-20'],
  ])('%sから%i営業日は%s', (from, count, reached) => {
    expect(addBusinessDays(office, day(from), count).toString()).toBe(reached)
  })

  test('進めた日数と、あいだを数えた日数は必ず一致する', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: -40, max: 40 }),
        (start, count) => {
          const from = day('2024-01-01').add({ days: start })
          const reached = addBusinessDays(busy, from, count)
          expect(businessDaysBetween(busy, from, reached)).toBe(count)
          expect(count === 0 || isBusinessDay(busy, reached)).toBe(true)
        },
      ),
    )
  })
})

describe('営業時間', () => {
  test('終業は日本時間で決まり、短縮日は早く閉まる', () => {
    expect(endOfBusiness(busy, day('2026-11-24')).toString()).toBe('2026-11-24T09:00:00Z')
    expect(shown(endOfBusiness(busy, day('2026-11-27')))).toBe('2026-11-27T12:00')
  })

  test('休みの日の終わりは、翌営業日へずれない', () => {
    expect(shown(endOfBusiness(office, day('2026-11-22')))).toBe('2026-11-22T18:00')
  })

  test.each([
    ['2026-11-24', '08:59', false],
    ['2026-11-24', '09:00', true],
    ['2026-11-24', '17:59', true],
    ['2026-11-24', '18:00', false],
    ['2026-11-27', '12:00', false],
    ['2026-11-23', '12:00', false],
  ])('%s %sに開いているか: %s', (date, time, open) => {
    expect(isOpenAt(busy, at(date, time))).toBe(open)
  })

  test('土曜は正午までの会社は、土曜も営業日に数え、正午に閉まる', () => {
    const half = { ...office, workdays: [1, 2, 3, 4, 5, 6], halfWeekdays: { 6: '12:00' } }
    expect(addBusinessDays(half, day('2026-11-26'), 2).toString()).toBe('2026-11-28')
    expect(shown(endOfBusiness(half, day('2026-11-28')))).toBe('2026-11-28T12:00')
    expect(isOpenAt(half, at('2026-11-28', '11:59'))).toBe(true)
    expect(isOpenAt(half, at('2026-11-28', '12:00'))).toBe(false)
    expect(shown(nextOpening(half, at('2026-11-28', '12:00')))).toBe('2026-11-30T09:00')
    expect(shown(endOfBusiness(half, day('2026-11-27')))).toBe('2026-11-27T18:00')
  })

  test('その日だけの終業は、曜日の終業より先に見る', () => {
    const longer = { ...office, halfWeekdays: { 5: '15:00' }, halfDays: { '2026-11-27': '17:00' } }
    expect(closingTime(longer, day('2026-11-27'))).toBe('17:00')
    expect(closingTime(longer, day('2026-12-04'))).toBe('15:00')
    expect(closingTime(longer, day('2026-12-03'))).toBe('18:00')
  })

  test('24時に閉まる窓口は、真夜中の直前まで開いている', () => {
    const late = { ...office, hours: { opens: '09:00', closes: '24:00' } }
    expect(isOpenAt(late, at('2026-11-24', '23:59'))).toBe(true)
    expect(isOpenAt(late, at('2026-11-25', '00:00'))).toBe(false)
  })

  test.each([
    ['2026-11-24', '10:00', '2026-11-24T10:00', '開いていれば今'],
    ['2026-11-24', '07:00', '2026-11-24T09:00', '始業前は当日の始業'],
    ['2026-11-20', '18:00', '2026-11-24T09:00', '終業後は次の営業日'],
    ['2026-12-31', '12:00', '2027-01-04T09:00', '年末休み'],
  ])('%s %sの次の受付は%s（%s）', (date, time, opening) => {
    expect(shown(nextOpening(office, at(date, time)))).toBe(opening)
  })

  test.each([
    ['2026-11-24', '10:00', '2026-11-24T10:00', '開いていれば今'],
    ['2026-11-24', '08:30', '2026-11-20T18:00', '連休明けの始業前'],
    ['2026-11-24', '21:00', '2026-11-24T18:00', '終業後'],
    ['2026-11-28', '08:00', '2026-11-27T12:00', '短縮日の翌朝'],
  ])('%s %sまでに人がいた最後は%s（%s）', (date, time, moment) => {
    expect(shown(previousBusinessMoment(busy, at(date, time)))).toBe(moment)
  })

  test('次の受付は必ず開いていて今より前にならず、前の時刻は今より後にならない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }), (minutes) => {
        const now = at('2025-01-01', '00:00').add({ minutes })
        const opening = nextOpening(busy, now)
        expect(isOpenAt(busy, opening)).toBe(true)
        expect(Temporal.Instant.compare(opening, now)).toBeGreaterThanOrEqual(0)
        const moment = previousBusinessMoment(busy, now)
        expect(Temporal.Instant.compare(moment, now)).toBeLessThanOrEqual(0)
        expect(isOpenAt(busy, moment.subtract({ milliseconds: 1 })) || isOpenAt(busy, moment)).toBe(
          true,
        )
      }),
    )
  })
})
