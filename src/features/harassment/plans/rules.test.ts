import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBusinessDay, japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { isNationalHoliday } from '#kernel/national-holidays.ts'
import { tokyo, tokyoDay } from '#kernel/tokyo.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import { ways, type PhoneHours, type Terms } from './contract.ts'
import {
  answerBy,
  departures,
  isReviewNear,
  isSafetyMatter,
  isWithin,
  nextTime,
  reachOf,
  stateOn,
  usualSettings,
  wayOf,
  whyNotDecided,
  whyNotProposed,
} from './rules.ts'

const [windowId, standInId, other] = ['window', 'stand-in', 'other']
const hours: PhoneHours = {
  weekdays: [1, 2, 3, 4, 5],
  from: '10:00',
  to: '11:00',
  onHolidays: false,
}
const terms: Terms = {
  about: '配送',
  covers: 'matter',
  windowId,
  standInId,
  ways: ['phone', 'letter'],
  hours,
  refrains: [],
  say: '担当が承ります。',
  reasons: [{ sequence: 3, on: '2026-11-20', words: '「家に行くぞ」' }],
  objection: '書面で。',
  reviewOn: '2027-02-20',
}
const named = { ...terms, windowName: '高木 誠', windowToldAs: '高木', standInName: null }
const at = (text: string) => Temporal.Instant.from(`${text}+09:00`).toString()
const clock = (minutes: number) =>
  `${String(Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const anHours = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    begins: fc.integer({ min: 0, max: 1438 }),
    lasts: fc.integer({ min: 1, max: 1439 }),
    onHolidays: fc.boolean(),
  })
  .map(({ weekdays, begins, lasts, onHolidays }) => ({
    weekdays,
    onHolidays,
    from: clock(begins),
    to: clock(Math.min(1439, begins + lasts)),
  }))
const anInstant = fc
  .integer({ min: 0, max: 2 * 366 * 24 * 60 })
  .map((minutes) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes }).toString())

describe('お電話の時間は、日本の暦と時計で決まる', () => {
  it('その時間の中なら、曜日も時刻も合い、祝日は「祝日も」のときだけ', () => {
    fc.assert(
      fc.property(anHours, anInstant, (given, now) => {
        const local = Temporal.Instant.from(now).toZonedDateTimeISO(tokyo)
        const minute = local.hour * 60 + local.minute
        const isThere =
          given.weekdays.includes(local.dayOfWeek) &&
          clock(minute) >= given.from &&
          clock(minute) < given.to &&
          (given.onHolidays || !isNationalHoliday(local.toPlainDate()))
        expect(isWithin(given, now)).toBe(isThere)
      }),
    )
  })

  it('次のお電話の時間は、今か先で、必ずその時間の中にあり、それより早いものはない', () => {
    fc.assert(
      fc.property(anHours, anInstant, fc.nat({ max: 600 }), (given, now, minutes) => {
        const next = nextTime(given, now, japaneseOfficeCalendar)
        const wait = next.since(Temporal.Instant.from(now)).total('minutes')
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(isWithin(given, next.toString())).toBe(true)
        if (minutes >= wait) return
        const before = Temporal.Instant.from(now).add({ minutes }).toString()
        expect(isWithin(given, before)).toBe(false)
      }),
    )
  })

  it.each([
    ['2026-11-24T09:59', false],
    ['2026-11-24T10:00', true],
    ['2026-11-24T10:59', true],
    ['2026-11-24T11:00', false],
    ['2026-11-23T10:30', false],
    ['2026-11-28T10:30', false],
  ])('%s は %s（23日は勤労感謝の日、28日は土曜）', (now, isThere) => {
    expect(isWithin(hours, at(now))).toBe(isThere)
  })

  it('伝言のお返事は、次のお電話の時間の翌営業日の閉店までで、休みの日にならない', () => {
    fc.assert(
      fc.property(anInstant, (now) => {
        const due = Temporal.Instant.from(
          answerBy(Temporal.Instant.from(now), japaneseOfficeCalendar),
        )
        expect(isBusinessDay(japaneseOfficeCalendar, tokyoDay(due))).toBe(true)
        expect(Temporal.Instant.compare(due, now)).toBeGreaterThan(0)
      }),
    )
  })
})

describe('取り決めと違う応対だけが、引き止められる', () => {
  const inside = { way: 'phone', memberId: windowId, at: at('2026-11-24T10:30') } as const

  it('窓口も代わりの人も、決めた手段と時間なら、何も聞かれない', () => {
    expect(departures(terms, inside)).toEqual([])
    expect(departures(terms, { ...inside, memberId: standInId })).toEqual([])
    expect(departures(terms, { ...inside, way: 'letter', at: at('2026-11-24T20:00') })).toEqual([])
  })

  it('ほかの人、ほかの手段、時間の外は、それぞれに名前がある', () => {
    expect(departures(terms, { ...inside, memberId: other })).toEqual(['not-the-window'])
    expect(departures(terms, { ...inside, way: 'mail' })).toEqual(['way-not-agreed'])
    expect(departures(terms, { ...inside, at: at('2026-11-24T12:00') })).toEqual(['outside-hours'])
  })

  it('窓口が、選んだ手段で、時間を決めずに連絡するなら、いつでも引き止めない', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ways), anInstant, (way, now) => {
        const free = { ...terms, hours: null, ways: [way] }
        expect(departures(free, { way, memberId: windowId, at: now })).toEqual([])
      }),
    )
  })

  it.each([
    [{ type: 'letters.written', payload: { kind: 'reply' } }, 'mail'],
    [{ type: 'letters.written', payload: { kind: 'acknowledgement' } }, null],
    [{ type: 'letters.printed', payload: { kind: 'answer' } }, 'letter'],
    [{ type: 'letters.printed', payload: { kind: 'warning' } }, null],
    [{ type: 'intake.call-started', payload: { direction: 'out' } }, 'phone'],
    [{ type: 'intake.call-started', payload: { direction: 'in' } }, null],
    [{ type: 'complaints.noted', payload: { speaker: 'operator', chat: {} } }, 'chat'],
    [{ type: 'complaints.noted', payload: { speaker: 'operator' } }, null],
    [{ type: 'complaints.received', payload: {} }, null],
  ])('%o はお客様への %s', (entry, way) => {
    expect(wayOf(entry)).toBe(way)
  })
})

describe('安全と新しい件は、止めない', () => {
  const plan = { complaintId: 'first', terms }

  it('新しい件は、すべてに及ぶ取り決めのときだけ、その中にある', () => {
    const here = { complaintId: 'second', isSafety: false }
    expect(reachOf(plan, here)).toBe('new-matter')
    expect(reachOf({ ...plan, terms: { covers: 'everything' } }, here)).toBe('covered')
    expect(reachOf(plan, { ...here, complaintId: 'first' })).toBe('covered')
  })

  it('安全の件は、どの取り決めの中でもない', () => {
    const here = { complaintId: 'first', isSafety: true }
    expect(reachOf({ ...plan, terms: { covers: 'everything' } }, here)).toBe('safety')
  })

  it('けが、けがの手前、安全の言葉、安全の評価のどれでも、安全の件になる', () => {
    const cue = { code: 'safety_accident', start: 0, end: 1, words: '発火' } as const
    const heard = { ...cue, at: at('2026-11-24T10:00'), sequence: 2, speaker: 'customer' } as const
    const harm = { harm: 'injured', words: '指を切った', sequence: 2 } as const
    expect(isSafetyMatter(emptyRecord)).toBe(false)
    expect(isSafetyMatter({ ...emptyRecord, isSafety: true })).toBe(true)
    expect(isSafetyMatter({ ...emptyRecord, cues: [heard] })).toBe(true)
    expect(isSafetyMatter({ ...emptyRecord, safety: harm })).toBe(true)
    expect(isSafetyMatter({ ...emptyRecord, safety: { ...harm, harm: 'none' } })).toBe(false)
  })
})

describe('見直しの日と、二人で決めること', () => {
  it('見直しの日のうちは効き、次の日からは「見直し切れ」になる', () => {
    expect(stateOn('in-force', '2027-02-20', '2027-02-20')).toBe('in-force')
    expect(stateOn('in-force', '2027-02-20', '2027-02-21')).toBe('past-review')
    expect(stateOn('lifted', '2027-02-20', '2027-02-21')).toBe('lifted')
  })

  it.each([
    [{ reviewOn: '2026-11-24' }, 'harassment.plan-review-past'],
    [{ reviewOn: '2027-05-24' }, 'harassment.plan-review-late'],
    [{ hours: { ...hours, to: '10:00' } }, 'harassment.plan-hours'],
    [{ standInId: windowId }, 'harassment.plan-stand-in'],
    [{ ways: ['counter' as const] }, 'harassment.plan-no-way-out'],
    [{ reviewOn: '2027-05-23' }, undefined],
  ])('%o は %s', (change, why) => {
    const refused = whyNotProposed({ ...terms, ...change }, usualSettings, '2026-11-24')
    expect(refused?.refusal.code).toBe(why)
  })

  it('出した人は合意できず、決める人が名指しされていれば、その人だけが合意できる', () => {
    const asked = { proposedBy: 'member:a', proposedByName: '佐々木 恵' }
    const a = { memberId: 'a', actor: 'member:a' }
    const b = { memberId: 'b', actor: 'member:b' }
    expect(whyNotDecided(asked, a, usualSettings)?.refusal.code).toBe('harassment.plan-own')
    expect(whyNotDecided(asked, b, usualSettings)).toBeNull()
    const named = { ...usualSettings, deciderIds: ['a', 'c'] }
    expect(whyNotDecided(asked, b, named)?.refusal.code).toBe('harassment.plan-not-decider')
  })

  it.each([
    ['in-force', '2026-12-01', true],
    ['in-force', '2026-12-02', false],
    ['past-review', '2026-10-25', true],
    ['past-review', '2026-10-24', false],
    ['lifted', '2026-11-25', false],
  ] as const)(
    '%s で見直しが %s なら、きょう（11/24）決める人に見せるかは %s',
    (state, reviewOn, isShown) => {
      const plan = { state, versions: [], terms: { ...named, reviewOn } }
      expect(isReviewNear(plan, '2026-11-24')).toBe(isShown)
    },
  )
})
