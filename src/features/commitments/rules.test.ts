import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isOpenAt,
  japaneseOfficeCalendar as office,
  nextOpening,
} from '#kernel/business-calendar.ts'
import type { Member } from '#features/access/contract.ts'
import type { Told } from './contract.ts'
import {
  dueOf,
  keptRateOf,
  raiseAt,
  unsaidBy,
  ownerFor,
  stateAt,
  warnAt,
  whereSaid,
  type Deadlines,
} from './rules.ts'

const at = (text: string) => Temporal.Instant.from(`${text}+09:00`)
const utc = (text: string) => at(text).toString()
const inJapan = (instant: Temporal.Instant | null) =>
  instant?.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('期限の決まり', () => {
  const due = (told: Told, now: string, found: Parameters<typeof dueOf>[1] = []) =>
    dueOf(told, found, at(now), office)

  it.each([
    ['営業日は、窓口が閉まるまで', '2026-11-25', '2026-11-24T10:00', '2026-11-25T18:00'],
    ['日曜は、その日いっぱい', '2026-11-29', '2026-11-24T10:00', '2026-11-29T23:59'],
    [
      '祝日（勤労感謝の日）は、その日いっぱい',
      '2026-11-23',
      '2026-11-20T10:00',
      '2026-11-23T23:59',
    ],
    ['年末年始は、その日いっぱい', '2026-12-30', '2026-12-28T10:00', '2026-12-30T23:59'],
    [
      '閉まったあとの「本日中」は、その日いっぱい',
      '2026-11-24',
      '2026-11-24T19:00',
      '2026-11-24T23:59',
    ],
    [
      '閉まる時刻ちょうどの「本日中」は、その日いっぱい',
      '2026-11-24',
      '2026-11-24T18:00',
      '2026-11-24T23:59',
    ],
  ])('時刻のない日：%s', (_why, on, now, expected) => {
    expect(due({ on }, now)).toEqual({
      ok: true,
      value: { dueAt: utc(expected), dueOn: on, precision: 'day' },
    })
  })

  it.each([
    ['土曜は正午まで', '2026-11-28', '2026-11-28T12:00'],
    ['仕事納めは15時まで', '2026-12-28', '2026-12-28T15:00'],
    ['日を決めた土曜は、曜日の決まりより先', '2026-12-05', '2026-12-05T17:00'],
    ['ほかの日は、いつもどおり', '2026-11-27', '2026-11-27T18:00'],
  ])('早く閉まる日の約束は、閉まるまで：%s', (_why, on, expected) => {
    const half = {
      ...office,
      workdays: [1, 2, 3, 4, 5, 6],
      halfWeekdays: { 6: '12:00' },
      halfDays: { '2026-12-28': '15:00', '2026-12-05': '17:00' },
    }
    expect(dueOf({ on }, [], at('2026-11-24T10:00'), half)).toMatchObject({
      value: { dueAt: utc(expected), dueOn: on },
    })
  })

  it('早く閉まる土曜の午後に「本日中」と言えば、その日いっぱい', () => {
    const half = { ...office, workdays: [1, 2, 3, 4, 5, 6], halfWeekdays: { 6: '12:00' } }
    expect(dueOf({ on: '2026-11-28' }, [], at('2026-11-28T13:00'), half)).toMatchObject({
      value: { dueAt: utc('2026-11-28T23:59') },
    })
  })

  it('時刻を言った約束は、その時刻まで', () => {
    expect(due({ on: '2026-11-25', at: '17:00' }, '2026-11-24T10:00')).toEqual({
      ok: true,
      value: { dueAt: '2026-11-25T08:00:00Z', dueOn: '2026-11-25', precision: 'minute' },
    })
  })

  it('言葉から読み取れた最初の日時を使う。日時のない言葉はとばす', () => {
    const found = [
      { due: null, precision: 'vague' as const },
      { due: '2026-11-26T00:30:00+09:00', precision: 'minute' as const },
    ]
    expect(due({ phrase: '確認して、木曜の0時半までに' }, '2026-11-24T10:00', found)).toEqual({
      ok: true,
      value: { dueAt: '2026-11-25T15:30:00Z', dueOn: '2026-11-26', precision: 'minute' },
    })
  })

  it('いつまでかが分からない言葉は、言い方を教えて断る', () => {
    const found = [{ due: null, precision: 'vague' as const }]
    expect(due({ phrase: 'なるべく早く' }, '2026-11-24T10:00', found)).toMatchObject({
      refusal: { code: 'commitments.date-missing', data: { phrase: 'なるべく早く' } },
    })
  })

  it.each([
    [{ on: '2026-11-23' }],
    [{ on: '2026-11-24', at: '10:00' }],
    [{ on: '2026-11-24', at: '09:59' }],
  ])('過ぎた日時 %j は約束できない', (told) => {
    expect(due(told, '2026-11-24T10:00')).toMatchObject({
      refusal: { code: 'commitments.date-past' },
    })
  })

  it('遅くまで開いている窓口でも、その日を越えない', () => {
    const late = { ...office, hours: { opens: '09:00', closes: '24:00' } }
    expect(dueOf({ on: '2026-11-25' }, [], at('2026-11-24T10:00'), late)).toMatchObject({
      value: { dueAt: utc('2026-11-25T23:59') },
    })
  })
})

describe('期限前の知らせ', () => {
  it.each([
    ['10分の約束', '2026-11-24T10:00', '2026-11-24T10:10', '2026-11-24T10:06'],
    ['30分の約束', '2026-11-24T10:00', '2026-11-24T10:30', '2026-11-24T10:20'],
    ['2時間の約束', '2026-11-24T10:00', '2026-11-24T12:00', '2026-11-24T11:20'],
    ['夜の15分の約束は、夜に', '2026-11-24T21:00', '2026-11-24T21:15', '2026-11-24T21:10'],
    ['今日の夕方までの約束', '2026-11-24T10:00', '2026-11-24T17:00', '2026-11-24T15:00'],
    ['明日の夕方までの約束', '2026-11-24T10:00', '2026-11-25T17:00', '2026-11-25T13:00'],
    [
      '明日の朝一番の約束は、前の日のうちに',
      '2026-11-24T10:00',
      '2026-11-25T09:30',
      '2026-11-24T17:00',
    ],
    [
      '帰りぎわにした明日の朝の約束は、朝一番に',
      '2026-11-24T17:50',
      '2026-11-25T09:30',
      '2026-11-25T09:00',
    ],
    [
      '週末をはさむ約束は、金曜のうちに',
      '2026-11-26T10:00',
      '2026-11-30T09:30',
      '2026-11-27T17:00',
    ],
    [
      '金曜の夜にした月曜昼の約束は、月曜の朝に',
      '2026-11-27T19:00',
      '2026-11-30T12:00',
      '2026-11-30T09:00',
    ],
    ['一週間の約束は、2日前に', '2026-11-24T10:00', '2026-12-01T10:00', '2026-11-27T17:00'],
    ['4日の約束は、1日前に', '2026-11-24T10:00', '2026-11-27T17:00', '2026-11-26T17:00'],
    ['10日の約束は、2日前に', '2026-11-24T10:00', '2026-12-04T17:00', '2026-12-02T17:00'],
    [
      '年をまたぐ約束は、仕事納めの日に',
      '2026-12-25T10:00',
      '2027-01-04T09:00',
      '2026-12-28T17:00',
    ],
    ['誰もいない間に始まり終わる約束', '2026-11-28T10:00', '2026-11-29T15:00', '2026-11-29T11:00'],
    ['閉まる直前から開く前までの約束', '2026-11-27T17:30', '2026-11-30T09:00', '2026-11-27T17:45'],
  ])('%s', (_what, made, due, expected) => {
    expect(inJapan(warnAt(at(made), at(due), office))).toBe(expected)
  })

  it.each([
    ['30分の約束は、残り5分で', '2026-11-24T10:20', '2026-11-24T10:30', '2026-11-24T10:25'],
    ['夕方までの約束は、残り1時間で', '2026-11-24T15:00', '2026-11-24T17:00', '2026-11-24T16:00'],
    [
      '朝一番の約束は、前の日の窓口が閉まる前に',
      '2026-11-24T17:00',
      '2026-11-25T09:30',
      '2026-11-24T17:30',
    ],
    [
      '一週間の約束は、土日をまたがずに',
      '2026-11-27T17:00',
      '2026-12-01T10:00',
      '2026-11-27T17:30',
    ],
    [
      '年をまたぐ約束は、仕事納めの日のうちに',
      '2026-12-28T17:00',
      '2027-01-04T09:30',
      '2026-12-28T17:30',
    ],
    ['夜に知らせた約束は、朝に', '2026-11-24T17:45', '2026-11-25T12:00', '2026-11-25T09:00'],
    ['誰もいない間のもの', '2026-11-29T11:00', '2026-11-29T15:00', '2026-11-29T13:00'],
  ])('まだ誰も動いていなければ、SVに知らせる：%s', (_what, warned, due, expected) => {
    expect(inJapan(raiseAt(at(warned), at(due), office))).toBe(expected)
  })

  const start = at('2026-01-01T00:00').epochMilliseconds
  const lengths = fc.oneof(
    fc.integer({ min: 1000, max: 3 * 3_600_000 }),
    fc.integer({ min: 3_600_000, max: 40 * 24 * 3_600_000 }),
  )
  const promises = fc
    .tuple(fc.integer({ min: 0, max: 700 * 24 * 60 }), lengths)
    .map(([minutes, length]) => {
      const made = Temporal.Instant.fromEpochMilliseconds(start + minutes * 60_000)
      return { made, due: made.add({ milliseconds: length }) }
    })
  const calendars = fc.constantFrom(
    office,
    { ...office, hours: { opens: '00:00', closes: '24:00' } },
    { ...office, workdays: [3], hours: { opens: '12:00', closes: '12:30' } },
    { ...office, workdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none' as const, yearEnd: null },
    { ...office, halfDays: { '2026-12-28': '12:00' } },
  )

  it('いつでも、約束したあとで、期限の前', () => {
    fc.assert(
      fc.property(promises, calendars, ({ made, due }, calendar) => {
        const warned = warnAt(made, due, calendar)
        expect(warned && Temporal.Instant.compare(made, warned)).toBe(-1)
        expect(warned && Temporal.Instant.compare(warned, due)).toBe(-1)
        const raised = warned && raiseAt(warned, due, calendar)
        expect(raised && warned && Temporal.Instant.compare(warned, raised)).toBeLessThanOrEqual(0)
        expect(raised && Temporal.Instant.compare(raised, due)).toBe(-1)
      }),
      { numRuns: 500 },
    )
  })

  it('一日より長い約束は、そのあいだに窓口が開くなら、開いているときに知らせる', () => {
    fc.assert(
      fc.property(promises, calendars, ({ made, due }, calendar) => {
        const opens = nextOpening(calendar, made.add({ milliseconds: 2 }))
        fc.pre(due.since(made).total('hours') > 24 && Temporal.Instant.compare(opens, due) < 0)
        const warned = warnAt(made, due, calendar)
        expect(warned && isOpenAt(calendar, warned)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('期限が約束より前なら、知らせる時刻はない', () => {
    expect(warnAt(at('2026-11-24T10:00'), at('2026-11-24T10:00'), office)).toBeNull()
  })
})

describe('約束のいま', () => {
  const open = { state: 'open' as const, dueAt: utc('2026-11-25T17:00') }

  it('期限の瞬間から、過ぎた約束', () => {
    expect(stateAt(open, utc('2026-11-25T16:59:59'))).toBe('open')
    expect(stateAt(open, utc('2026-11-25T17:00'))).toBe('broken')
  })

  it('守った約束は、期限が来ても守った約束', () => {
    expect(stateAt({ ...open, state: 'kept' }, utc('2026-12-25T17:00'))).toBe('kept')
  })
})

describe('誰が守るか', () => {
  const member = (id: string, more: Partial<Member> = {}): Member => ({
    id,
    name: id,
    businessName: null,
    kana: null,
    title: null,
    roles: ['operator'],
    teamName: null,
    isAway: false,
    substituteId: null,
    ...more,
  })
  const sasaki = member('佐々木', { roles: ['supervisor'] })
  const owner = (members: Member[], wanted: string | null) => {
    const found = ownerFor(members, wanted)
    return found && [found.owner.name, found.insteadOf?.name ?? null]
  }

  it('いる人は本人が守る', () => {
    expect(owner([member('松井'), sasaki], '松井')).toEqual(['松井', null])
  })

  it('不在なら代わりの人、その人も不在ならさらに代わりの人', () => {
    const members = [
      member('松井', { isAway: true, substituteId: '小林' }),
      member('小林', { isAway: true, substituteId: '川端' }),
      member('川端'),
      sasaki,
    ]
    expect(owner(members, '松井')).toEqual(['川端', '松井'])
  })

  it('互いに代わりで二人とも不在なら、いるSVへ', () => {
    const members = [
      member('松井', { isAway: true, substituteId: '小林' }),
      member('小林', { isAway: true, substituteId: '松井' }),
      sasaki,
    ]
    expect(owner(members, '松井')).toEqual(['佐々木', '松井'])
  })

  it('誰もいなければ、本人のまま', () => {
    const members = [member('松井', { isAway: true }), { ...sasaki, isAway: true }]
    expect(owner(members, '松井')).toEqual(['松井', null])
  })

  it('担当が決まっていなければ、いるSV、いなければ管理者', () => {
    expect(owner([member('松井'), sasaki], null)).toEqual(['佐々木', null])
    const admin = member('藤井', { roles: ['admin'] })
    expect(owner([{ ...sasaki, isAway: true }, admin], null)).toEqual(['藤井', null])
  })

  it('知らない人には頼めない', () => {
    expect(owner([member('松井')], '退職した人')).toBeNull()
  })
})

describe('約束を守った割合', () => {
  const since = utc('2026-09-01T00:00')
  const now = utc('2026-11-30T18:00')
  const promise = (more: Partial<Deadlines>): Deadlines => ({
    state: 'open',
    dueAt: utc('2026-11-20T17:00'),
    brokenAt: null,
    ownerId: 'm1',
    ownerName: '松井',
    ownerTeam: 'お客様相談室',
    renegotiations: [],
    ...more,
  })
  const moved = (previousDueAt: string, wasBroken: boolean) => ({
    at: previousDueAt,
    previousDueAt,
    dueAt: utc('2026-11-20T17:00'),
    reason: '',
    alternative: '',
    toldBy: '',
    wasBroken,
  })
  const rate = (...promises: Deadlines[]) => keptRateOf(promises, since, now)
  const times = (count: number, each: Deadlines) => Array.from({ length: count }, () => each)

  it('守った数を、期限が来た数で割る', () => {
    const broken = promise({ state: 'broken', brokenAt: utc('2026-11-20T17:00') })
    const kept = promise({ state: 'kept' })
    expect(rate(...times(9, kept), ...times(3, broken))).toMatchObject({
      kept: 9,
      broken: 3,
      rate: 0.75,
    })
  })

  it('まとめて数えたものは、その数だけ数える', () => {
    const kept = promise({ state: 'kept' })
    const late = promise({ state: 'kept', brokenAt: utc('2026-11-20T17:00') })
    const one = rate(...times(9, kept), ...times(3, late), promise({ state: 'withdrawn' }))
    const grouped = [
      { ...kept, times: 9 },
      { ...late, times: 3 },
    ]
    expect(rate(...grouped, promise({ state: 'withdrawn' }))).toEqual(one)
  })

  it('件数が少ないうちは、割合を出さず、件数だけを言う', () => {
    const kept = promise({ state: 'kept' })
    expect(rate(...times(9, kept))).toMatchObject({ kept: 9, broken: 0, rate: null })
    expect(rate(...times(10, kept))).toMatchObject({ kept: 10, rate: 1 })
    const other = promise({ state: 'kept', ownerId: 'm2', ownerTeam: null })
    expect(rate(...times(10, kept), ...times(2, other))).toMatchObject({
      rate: 1,
      byOwner: [
        { ownerId: 'm1', kept: 10, rate: 1 },
        { ownerId: 'm2', kept: 2, rate: null },
      ],
      byTeam: [
        { team: 'お客様相談室', rate: 1 },
        { team: null, kept: 2, rate: null },
      ],
    })
  })

  it('期限の前に取り下げた約束は、守ったにも過ぎたにも数えず、別に示す', () => {
    expect(rate(promise({ state: 'withdrawn' }))).toMatchObject({
      kept: 0,
      broken: 0,
      withdrawn: 1,
      byOwner: [],
    })
  })

  it('遅れて果たした約束は、過ぎた約束に数える', () => {
    const late = promise({ state: 'kept', brokenAt: utc('2026-11-20T17:00') })
    expect(rate(late)).toMatchObject({ kept: 0, broken: 1, keptLate: 1 })
  })

  it('過ぎてから改めた期限は過ぎた数に残り、新しい期限は別に数える', () => {
    const healed = promise({
      state: 'kept',
      renegotiations: [moved(utc('2026-11-10T17:00'), true)],
    })
    expect(rate(healed)).toMatchObject({ kept: 1, broken: 1 })
  })

  it('前もって改めた期限は、どちらにも数えず、別に示す', () => {
    const told = promise({ state: 'kept', renegotiations: [moved(utc('2026-11-10T17:00'), false)] })
    expect(rate(told)).toMatchObject({ kept: 1, broken: 0, moved: 1 })
  })

  it('まだ来ていない期限は、先に果たしていても数えない', () => {
    const early = promise({ state: 'kept', dueAt: utc('2026-12-10T17:00') })
    expect(rate(early, promise({ dueAt: utc('2026-12-10T17:00') }))).toMatchObject({
      kept: 0,
      broken: 0,
      rate: null,
      byOwner: [],
    })
  })

  it('期限が過ぎたのに何も記録がない約束は、過ぎた約束', () => {
    expect(rate(promise({ state: 'open' }))).toMatchObject({ kept: 0, broken: 1 })
  })

  it('期間より前の期限は数えない', () => {
    expect(rate(promise({ state: 'kept', dueAt: since }))).toMatchObject({ kept: 0, rate: null })
  })

  it('人ごと、部署ごとの数を足すと、全体になる', () => {
    const dues = fc.constantFrom(utc('2026-11-20T17:00'), utc('2026-12-20T17:00'), since)
    const any = fc.record({
      state: fc.constantFrom(
        'open' as const,
        'kept' as const,
        'broken' as const,
        'withdrawn' as const,
      ),
      dueAt: dues,
      brokenAt: fc.option(dues),
      ownerId: fc.constantFrom('m1', 'm2', 'm3'),
      ownerName: fc.constant('松井'),
      ownerTeam: fc.constantFrom('お客様相談室', '物流', null),
      renegotiations: fc.array(
        fc.tuple(dues, fc.boolean()).map((given) => moved(...given)),
        {
          maxLength: 3,
        },
      ),
    })
    fc.assert(
      fc.property(fc.array(any), (promises) => {
        const { kept, broken, keptLate, byOwner, byTeam, rate: share } = rate(...promises)
        const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)
        expect(sum(byOwner.map((each) => each.kept))).toBe(kept)
        expect(sum(byOwner.map((each) => each.broken))).toBe(broken)
        expect(sum(byTeam.map((each) => each.kept))).toBe(kept)
        expect(sum(byTeam.map((each) => each.broken))).toBe(broken)
        expect(keptLate).toBeLessThanOrEqual(broken)
        expect(share === null || (share >= 0 && share <= 1)).toBe(true)
      }),
    )
  })
})

describe('お伝えした言葉', () => {
  const words = '明日の17時までにお電話します'
  const entry = (id: string, type: string, payload: Record<string, unknown>) => ({
    id,
    type,
    payload,
    at: '2026-11-24T01:03:00Z',
    by: 'member:019ad2f0-6c1e-7c1a-9d8e-3f4f6f1a2b3c',
  })
  const text = `承知しました。${words}。`
  const letter = (letterId: string, type = 'letters.written') =>
    entry(`${letterId}/${type}`, type, { letterId, text })

  it.each([
    [
      '応対者のことば',
      [entry('1', 'complaints.noted', { speaker: 'operator', text })],
      ['1', 'talk'],
    ],
    [
      'チャットの一言',
      [entry('1', 'complaints.noted', { speaker: 'operator', text, chat: { messageId: 'm' } })],
      ['1', 'chat'],
    ],
    ['応対ナビの文', [entry('1', 'guide.phrase-used', { text })], ['1', 'talk']],
    ['文面', [letter('a')], ['a', 'letter']],
    [
      '社内メモはお伝えしたことにならない',
      [entry('1', 'complaints.noted', { speaker: 'internal', text })],
      null,
    ],
    ['お客様のことば', [entry('1', 'complaints.noted', { speaker: 'customer', text })], null],
    ['取りやめた文面', [letter('a'), letter('a', 'letters.cancelled')], null],
    ['消去された経過', [{ ...entry('1', 'complaints.noted', {}), payload: null }], null],
  ])('%s', (_what, entries, expected) => {
    const said = whereSaid(entries, words)
    expect(said && [said.saidIn, said.said.as]).toEqual(expected)
  })

  const promise = { words, saidIn: null, madeTo: 'customer' as const }
  const cancelled = [letter('a'), letter('a', 'letters.cancelled')]

  it('取りやめた文面にだけあった約束は、誰にもお伝えしていない', () => {
    expect(unsaidBy('a', cancelled, [promise, { ...promise, words: '別の約束' }])).toEqual([
      promise,
    ])
    expect(unsaidBy('a', cancelled, [{ ...promise, madeTo: 'us' }])).toEqual([])
  })

  it('電話でも、書き直した文面でもお伝えした約束は残る', () => {
    const said = entry('1', 'complaints.noted', { speaker: 'operator', text })
    expect(unsaidBy('a', [said, ...cancelled], [promise])).toEqual([])
    expect(unsaidBy('a', [...cancelled, letter('b')], [promise])).toEqual([])
  })
})
