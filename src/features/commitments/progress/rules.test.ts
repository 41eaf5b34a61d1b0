import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isBusinessDay,
  japaneseOfficeCalendar as office,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { tokyo, tokyoDay } from '#kernel/tokyo.ts'
import type { Rhythm } from './contract.ts'
import { foundIn, nextNote, noteOn, rhythmIn } from './rules.ts'

const iso = (text: string) => Temporal.Instant.from(`${text}+09:00`).toString()
function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = from.until(to).days - 1
  return Array.from({ length: count }, (_, index) => from.add({ days: index + 1 }))
}

const halves: BusinessCalendar = {
  ...office,
  workdays: [1, 2, 3, 4, 5, 6],
  halfWeekdays: { 6: '12:00' },
  halfDays: { '2026-12-28': '15:00' },
}

describe('お伝えした間隔を読む', () => {
  it.each([
    ['経過は3日ごとにご連絡いたします。', { every: 3, unit: 'days' }],
    ['三日ごとにお電話いたします。', { every: 3, unit: 'days' }],
    ['２営業日ごとに、メールでお知らせします。', { every: 2, unit: 'business-days' }],
    ['5営業日おきに経過をご報告いたします', { every: 5, unit: 'business-days' }],
    ['一日おきにご連絡します。', { every: 2, unit: 'days' }],
    ['隔日でご連絡いたします。', { every: 2, unit: 'days' }],
    ['3日おきにご連絡します。', { every: 3, unit: 'days' }],
    ['毎週、ご報告いたします。', { every: 7, unit: 'days' }],
    ['週に一度、お電話します。', { every: 7, unit: 'days' }],
    ['一週間ごとに経過をお知らせいたします。', { every: 7, unit: 'days' }],
    ['2週間ごとにご連絡します。', { every: 14, unit: 'days' }],
    ['隔週でメールをお送りし、進み具合をお知らせします。', { every: 14, unit: 'days' }],
    ['毎日お電話いたします。', { every: 1, unit: 'days' }],
    ['毎営業日の夕方にご連絡します', { every: 1, unit: 'business-days' }],
    ['月に一度、経過をご連絡いたします。', { every: 30, unit: 'days' }],
    ['わかりました。では、3日ごとにご連絡します。失礼いたします。', { every: 3, unit: 'days' }],
  ])('「%s」', (text, rhythm) => {
    expect(rhythmIn(text)).toMatchObject(rhythm)
  })

  it.each([
    '毎日使っていました。',
    '3日ごとに洗っています。',
    '明日ご連絡します。',
    '3日以内にご連絡いたします。',
    '3日ごとのご連絡でよろしいでしょうか。',
    '3日ごとにご連絡しましょうか？',
    '0日ごとにご連絡します。',
    '99日ごとにご連絡します。',
    '',
  ])('「%s」は間隔の約束ではない', (text) => {
    expect(rhythmIn(text)).toBeNull()
  })

  it('その文だけを、お伝えした言葉として残す', () => {
    expect(rhythmIn('お待たせします。経過は3日ごとにご連絡します。よろしく。')?.words).toBe(
      '経過は3日ごとにご連絡します',
    )
  })

  const noted = (speaker: string, text: string) => ({
    type: 'complaints.noted',
    payload: { speaker, text },
  })
  const letter = { type: 'letters.written', payload: { letterId: 'a', text: '毎週ご連絡します。' } }

  it('こちらが言ったことの、いちばん新しいもの。お客様の言葉ではない', () => {
    const entries = [
      noted('operator', '毎週ご連絡します。'),
      noted('operator', '3日ごとにご連絡します。'),
      noted('customer', '毎日連絡してください。'),
    ]
    expect(foundIn(entries)?.every).toBe(3)
  })

  it('取りやめた手紙と、終えるより前の言葉は数えない', () => {
    const cancelled = { type: 'letters.cancelled', payload: { letterId: 'a' } }
    const ended = { type: 'commitments.progress-ended', payload: { reason: '' } }
    expect(foundIn([letter])?.every).toBe(7)
    expect(foundIn([letter, cancelled])).toBeNull()
    expect(foundIn([letter, ended])).toBeNull()
  })
})

describe('次のご連絡はいつか', () => {
  it.each([
    ['火曜の三日後は金曜', '2026-11-24T10:00', 3, 'days', '2026-11-27T18:00'],
    ['土曜に当たれば、待たせないように金曜', '2026-11-25T10:00', 3, 'days', '2026-11-27T18:00'],
    ['日曜に当たっても金曜', '2026-11-26T10:00', 3, 'days', '2026-11-27T18:00'],
    ['間に開く日がなければ、次の開く日', '2026-11-27T10:00', 1, 'days', '2026-11-30T18:00'],
    ['勤労感謝の日をはさむ', '2026-11-20T10:00', 3, 'days', '2026-11-24T18:00'],
    ['一営業日後も、祝日の次', '2026-11-20T10:00', 1, 'business-days', '2026-11-24T18:00'],
    ['夜遅くても、その日から数える', '2026-11-24T23:50', 2, 'days', '2026-11-26T18:00'],
    ['年末は、休みの前に', '2026-12-25T17:00', 7, 'days', '2026-12-28T18:00'],
    ['仕事納めのあとは、年が明けてから', '2026-12-28T22:00', 2, 'days', '2027-01-04T18:00'],
    ['三営業日は年をまたぐ', '2026-12-28T10:00', 3, 'business-days', '2027-01-06T18:00'],
    ['連休の前', '2027-04-28T10:00', 7, 'days', '2027-04-30T18:00'],
    ['連休の中では、明けてから', '2027-04-30T10:00', 3, 'days', '2027-05-06T18:00'],
    ['二週間', '2026-11-24T10:00', 14, 'days', '2026-12-08T18:00'],
  ] as const)('%s（%s から %i %s）', (_, at, every, unit, due) => {
    expect(nextNote(iso(at), { every, unit }, office).dueAt).toBe(iso(due))
  })

  it.each([
    ['土曜は正午まで', '2026-11-25T10:00', 3, '2026-11-28T12:00'],
    ['早じまいの日', '2026-12-25T10:00', 3, '2026-12-28T15:00'],
  ])('%s', (_, at, every, due) => {
    expect(nextNote(iso(at), { every, unit: 'days' }, halves).dueAt).toBe(iso(due))
  })

  it.each([
    ['開く日はその日', '2026-11-30', '2026-11-30T18:00'],
    ['閉まる日は、その前に開く日', '2026-11-29', '2026-11-27T18:00'],
    ['その前がもうなければ、次に開く日', '2026-11-23', '2026-11-24T18:00'],
  ])('名指しの日：%s', (_, on, due) => {
    expect(noteOn(on, iso('2026-11-21T09:00'), office).dueAt).toBe(iso(due))
  })

  const moments = fc
    .integer({ min: 0, max: 400 * 24 * 60 })
    .map((minutes) => Temporal.Instant.from(iso('2026-09-01T00:00')).add({ minutes }).toString())
  const rhythms: fc.Arbitrary<Rhythm> = fc.record({
    every: fc.integer({ min: 1, max: 90 }),
    unit: fc.constantFrom('days' as const, 'business-days' as const),
  })

  it.each([
    ['平日だけ', office],
    ['半日のある窓口', halves],
  ])(
    'いつも後の開く日の、閉まる時刻。日数より遅いのは、間に開く日がないときだけ（%s）',
    (_, calendar) => {
      fc.assert(
        fc.property(moments, rhythms, (at, rhythm) => {
          const { dueAt, dueOn, precision } = nextNote(at, rhythm, calendar)
          const [from, on] = [tokyoDay(Temporal.Instant.from(at)), Temporal.PlainDate.from(dueOn)]
          expect(precision).toBe('day')
          expect(isBusinessDay(calendar, on)).toBe(true)
          expect(Temporal.PlainDate.compare(on, from)).toBe(1)
          expect(tokyoDay(Temporal.Instant.from(dueAt)).equals(on)).toBe(true)
          const isLonger = rhythm.unit === 'days' && from.until(on).days > rhythm.every
          const between = isLonger ? daysBetween(from, on) : []
          expect(between.filter((day) => isBusinessDay(calendar, day))).toEqual([])
        }),
      )
    },
  )

  it('同じ日のいつ言っても、次は同じ日', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
    fc.assert(
      fc.property(moments, minutes, rhythms, (at, minute, rhythm) => {
        const start = Temporal.Instant.from(at).toZonedDateTimeISO(tokyo).startOfDay()
        const other = start.add({ minutes: minute }).toInstant().toString()
        expect(nextNote(other, rhythm, office)).toEqual(nextNote(at, rhythm, office))
      }),
    )
  })
})
