import { describe, expect, it } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import type { Timetable } from '#kernel/business-time.ts'
import type { Mark } from '../clocks/rules.ts'
import type { TargetEdition, TargetRow } from './contract.ts'
import { foremost, levelOf, minutesFor, percentOf, standingOf, warningsOf } from './rules.ts'

const everything = { deskId: null, channel: null, severity: null }
const row: TargetRow = { ...everything, first: 120, next: 240, resolution: 2400 }
const editions: TargetEdition[] = [{ fromOn: '2026-01-01', rows: [row] }]
/** Weekdays 9–18 with lunch 12–13, Saturdays until noon, 12/28 until 15:00. */
const timetable: Timetable = [
  {
    until: null,
    calendar: {
      ...japaneseOfficeCalendar,
      workdays: [1, 2, 3, 4, 5, 6],
      halfWeekdays: { 6: '12:00' },
      halfDays: { '2026-12-28': '15:00' },
      breaks: [{ from: '12:00', to: '13:00' }],
    },
  },
]
const situation = { deskId: null, channel: 'mail', severity: null } as const
const iso = (text: string) => new Date(`2026-${text}:00+09:00`).toISOString()

/** `begun 11-24T10:00`, `paused:customer …`, `paused:parts>11-27 …`: one mark a line. */
function marksIn(text: string): Mark[] {
  return text.split(', ').map((each) => {
    const [what = '', when = ''] = each.split(' ')
    const at = iso(when)
    if (what === 'begun') return { kind: 'begun', at, isHeardAtOnce: false }
    if (what === 'spoken') return { kind: 'begun', at, isHeardAtOnce: true }
    const paused = /^paused:(\w+)(?:>(.+))?$/.exec(what)
    if (paused) {
      const kind = paused[1] === 'customer' ? 'customer' : 'parts'
      const untilOn = paused[2] ? `2026-${paused[2]}` : null
      return { kind: 'paused', at, waiter: { kind, name: '佐藤様' }, reason: '型番を伺う', untilOn }
    }
    const kind = (['customer', 'answer', 'arrived', 'closed', 'reopened', 'resumed'] as const).find(
      (known) => known === what,
    )
    if (!kind) throw new Error(`${what} is no mark`)
    return { kind, at }
  })
}

const counting = (text: string, now: string) => ({
  marks: marksIn(text),
  situation,
  editions,
  timetable,
  now: iso(now),
})
/** `first running 60` : the goal, its state, and the minutes of open time it has used. */
const told = (text: string, now: string) =>
  standingOf(counting(text, now)).clocks.map(
    ({ goal, state, usedMinutes }) => `${goal} ${state} ${usedMinutes}`,
  )

describe('目標の時計', () => {
  it.each([
    [
      '届いたばかり',
      'begun 11-24T10:00',
      '11-24T10:00',
      ['first running 0', 'resolution running 0'],
    ],
    ['一時間後', 'begun 11-24T10:00', '11-24T11:00', ['first running 60', 'resolution running 60']],
    [
      '昼休みは数えない',
      'begun 11-24T11:30',
      '11-24T13:30',
      ['first running 60', 'resolution running 60'],
    ],
    [
      '昼休みに届いた',
      'begun 11-24T12:15',
      '11-24T13:00',
      ['first running 0', 'resolution running 0'],
    ],
    [
      '夜に届いた',
      'begun 11-24T21:00',
      '11-25T09:30',
      ['first running 30', 'resolution running 30'],
    ],
    [
      '真夜中をまたぐ',
      'begun 11-24T23:59',
      '11-25T00:01',
      ['first running 0', 'resolution running 0'],
    ],
    [
      '土曜の半日',
      'begun 11-28T11:00',
      '11-28T15:00',
      ['first running 60', 'resolution running 60'],
    ],
    [
      '週末をまたぐ',
      'begun 11-28T11:30',
      '11-30T09:30',
      ['first running 60', 'resolution running 60'],
    ],
    [
      '祝日に届いた',
      'begun 11-23T10:00',
      '11-24T09:10',
      ['first running 10', 'resolution running 10'],
    ],
    [
      '早じまいの日',
      'begun 12-28T14:30',
      '12-28T17:00',
      ['first running 30', 'resolution running 30'],
    ],
    ['年末年始', 'begun 12-28T14:30', '12-31T23:59', ['first running 30', 'resolution running 30']],
    [
      '電話は、出たときがお返事',
      'spoken 11-24T10:00',
      '11-24T11:00',
      ['first met 0', 'resolution running 60'],
    ],
    [
      '最初のお返事',
      'begun 11-24T10:00, answer 11-24T11:00',
      '11-24T14:00',
      ['first met 60', 'resolution running 180'],
    ],
    [
      '二つめのお返事では変わらない',
      'begun 11-24T10:00, answer 11-24T11:00, answer 11-24T11:30',
      '11-24T11:40',
      ['first met 60', 'resolution running 100'],
    ],
    [
      'お返事の前の追いかけは、同じ時計',
      'begun 11-24T10:00, customer 11-24T10:30',
      '11-24T11:00',
      ['first running 60', 'resolution running 60'],
    ],
    [
      'お客様がまた書いた',
      'begun 11-24T10:00, answer 11-24T10:30, customer 11-24T11:00',
      '11-24T11:30',
      ['first met 30', 'resolution running 90', 'next running 30'],
    ],
    [
      '続けて書いても、最初の一通から',
      'begun 11-24T10:00, answer 11-24T10:30, customer 11-24T11:00, customer 11-24T11:20',
      '11-24T11:30',
      ['first met 30', 'resolution running 90', 'next running 30'],
    ],
    [
      '次のお返事',
      'begun 11-24T10:00, answer 11-24T10:30, customer 11-24T11:00, answer 11-24T11:20',
      '11-24T11:30',
      ['first met 30', 'resolution running 90', 'next met 20'],
    ],
    [
      '三度めのやりとり',
      'begun 11-24T09:00, answer 11-24T09:10, customer 11-24T09:20, answer 11-24T09:30, customer 11-24T09:40',
      '11-24T10:00',
      ['first met 10', 'resolution running 60', 'next met 10', 'next running 20'],
    ],
    [
      '終えると、すべて止まる',
      'begun 11-24T10:00, answer 11-24T10:30, closed 11-24T11:00',
      '11-25T18:00',
      ['first met 30', 'resolution met 60'],
    ],
    [
      'お返事なしに終えた',
      'begun 11-24T10:00, closed 11-24T11:00',
      '11-24T15:00',
      ['first met 60', 'resolution met 60'],
    ],
    [
      '再開すると、解決の時計は続きから',
      'begun 11-24T10:00, answer 11-24T10:30, closed 11-24T11:00, reopened 11-25T10:00',
      '11-25T10:30',
      ['first met 30', 'resolution running 90', 'next running 30'],
    ],
    [
      '再開してお返事',
      'begun 11-24T10:00, answer 11-24T10:30, closed 11-24T11:00, reopened 11-25T10:00, answer 11-25T10:20',
      '11-25T10:30',
      ['first met 30', 'resolution running 90', 'next met 20'],
    ],
    [
      '二度めの終了',
      'begun 11-24T10:00, answer 11-24T10:30, closed 11-24T11:00, reopened 11-25T10:00, closed 11-25T11:00',
      '11-26T11:00',
      ['first met 30', 'resolution met 120', 'next met 60'],
    ],
    [
      'お客様を待って止める',
      'begun 11-24T10:00, answer 11-24T10:30, paused:customer 11-24T11:00',
      '11-25T11:00',
      ['first met 30', 'resolution paused 60'],
    ],
    [
      '最初のお返事は、止められない',
      'begun 11-24T10:00, paused:customer 11-24T10:30',
      '11-24T11:00',
      ['first running 60', 'resolution paused 30'],
    ],
    [
      '止めたまま週末',
      'begun 11-27T16:00, answer 11-27T16:30, paused:customer 11-27T17:00',
      '11-30T12:00',
      ['first met 30', 'resolution paused 60'],
    ],
    [
      '週末明けに、お客様のお返事で動く',
      'begun 11-27T16:00, answer 11-27T16:30, paused:customer 11-27T17:00, customer 11-30T10:00',
      '11-30T10:30',
      ['first met 30', 'resolution running 90', 'next running 30'],
    ],
    [
      '部品を待つあいだは、お客様のお便りでは動かない',
      'begun 11-24T10:00, answer 11-24T10:30, paused:parts 11-24T11:00, customer 11-24T13:00',
      '11-24T13:30',
      ['first met 30', 'resolution paused 60', 'next running 30'],
    ],
    [
      '部品が届いて動く',
      'begun 11-24T10:00, answer 11-24T10:30, paused:parts 11-24T11:00, arrived 11-25T10:00',
      '11-25T11:00',
      ['first met 30', 'resolution running 120'],
    ],
    [
      'お客様を待つあいだ、部品が届いても動かない',
      'begun 11-24T10:00, answer 11-24T10:30, paused:customer 11-24T11:00, arrived 11-24T13:00',
      '11-24T15:00',
      ['first met 30', 'resolution paused 60'],
    ],
    [
      '決めた日になると動く',
      'begun 11-24T10:00, answer 11-24T10:30, paused:parts>11-26 11-24T11:00',
      '11-26T09:30',
      ['first met 30', 'resolution running 90'],
    ],
    [
      '決めた日の前は止まっている',
      'begun 11-24T10:00, answer 11-24T10:30, paused:parts>11-26 11-24T11:00',
      '11-25T23:59',
      ['first met 30', 'resolution paused 60'],
    ],
    [
      '手で再開する',
      'begun 11-24T10:00, answer 11-24T10:30, paused:parts 11-24T11:00, resumed 11-24T14:00',
      '11-24T15:00',
      ['first met 30', 'resolution running 120'],
    ],
    [
      '止めたまま終える',
      'begun 11-24T10:00, answer 11-24T10:30, paused:parts 11-24T11:00, closed 11-25T11:00',
      '11-25T12:00',
      ['first met 30', 'resolution met 60'],
    ],
    [
      '止めたまま終えて、再開すると動く',
      'begun 11-24T10:00, answer 11-24T10:30, paused:parts 11-24T11:00, closed 11-25T11:00, reopened 11-26T10:00',
      '11-26T11:00',
      ['first met 30', 'resolution running 120', 'next running 60'],
    ],
    ['取り込んだものに、目標はない', 'customer 11-24T10:00, answer 11-24T11:00', '11-24T12:00', []],
    [
      '取り込んだものを再開しても、ない',
      'closed 11-24T10:00, reopened 11-24T11:00',
      '11-24T12:00',
      [],
    ],
    [
      'まだ起きていないことは数えない',
      'begun 11-24T10:00, answer 11-24T13:30',
      '11-24T11:00',
      ['first running 60', 'resolution running 60'],
    ],
    [
      '終業の一分前',
      'begun 11-24T17:59',
      '11-25T09:01',
      ['first running 2', 'resolution running 2'],
    ],
    [
      '止めて、動いて、また止める',
      'begun 11-24T09:00, answer 11-24T09:30, paused:parts 11-24T10:00, resumed 11-24T11:00, paused:customer 11-24T11:30',
      '11-24T17:00',
      ['first met 30', 'resolution paused 90'],
    ],
  ])('%s', (_, marks, now, clocks) => {
    expect(told(marks, now)).toEqual(clocks)
  })
})

describe('いつ目標になるか', () => {
  it.each([
    ['昼休みを越える', 'begun 11-24T11:00', '11-24T14:00'],
    ['翌朝になる', 'begun 11-24T17:00', '11-25T10:00'],
    ['週末を越える', 'begun 11-28T11:00', '11-30T10:00'],
    [
      '止めた分だけ延びない（最初のお返事）',
      'begun 11-24T09:00, paused:parts 11-24T09:30',
      '11-24T11:00',
    ],
  ])('%s', (_, marks, due) => {
    const { clocks } = standingOf(counting(marks, marks.split(' ').at(-1) ?? ''))
    expect(clocks.find(({ goal }) => goal === 'first')?.dueAt).toBe(iso(due))
  })
  it('止めた時間の分、解決の目標は先になる', () => {
    const marks =
      'begun 11-24T09:00, answer 11-24T10:00, paused:parts 11-24T10:00, resumed 11-26T10:00'
    const due = (text: string) =>
      standingOf(counting(text, '11-26T10:00')).clocks.find(({ goal }) => goal === 'resolution')
        ?.dueAt
    expect(due(marks)).toBe(iso('12-02T15:00'))
    expect(due('begun 11-24T09:00, answer 11-24T10:00')).toBe(iso('11-30T15:00'))
  })
  it('一覧には、いちばん先に来る時計を出す', () => {
    const { clocks } = standingOf(counting('begun 11-24T10:00', '11-24T11:00'))
    expect(foremost(clocks)?.goal).toBe('first')
  })
  it('動く時計がなければ、止まっている時計を出す', () => {
    const marks = 'begun 11-24T10:00, answer 11-24T10:30, paused:parts 11-24T11:00'
    expect(foremost(standingOf(counting(marks, '11-24T15:00')).clocks)?.state).toBe('paused')
  })
})

describe('色と予告', () => {
  it.each([
    ['11-24T10:59', 49, 'calm'],
    ['11-24T11:00', 50, 'half'],
    ['11-24T11:29', 74, 'half'],
    ['11-24T11:30', 75, 'soon'],
    ['11-24T13:00', 100, 'over'],
  ] as const)('%s は %s%%、%s', (now, percent, level) => {
    const { clocks } = standingOf(counting('begun 11-24T10:00', now))
    const first = clocks.find(({ goal }) => goal === 'first')
    if (!first) throw new Error('there is no clock')
    expect([percentOf(first), levelOf(first)]).toEqual([percent, level])
  })
  it('75%と100%の時刻を、先の分も知っている', () => {
    const warnings = warningsOf(counting('begun 11-24T10:00', '11-24T10:00'))
    const first = warnings.filter(({ goal }) => goal === 'first')
    expect(first.map(({ percent, at }) => [percent, at])).toEqual([
      [75, iso('11-24T11:30')],
      [100, iso('11-24T12:00')],
    ])
  })
})

describe('どの目標か', () => {
  const grave: TargetRow = {
    ...everything,
    severity: 'critical',
    first: 30,
    next: 30,
    resolution: 60,
  }
  const phone: TargetRow = {
    ...everything,
    channel: 'phone',
    first: null,
    next: 60,
    resolution: null,
  }
  const later: TargetEdition[] = [
    ...editions,
    { fromOn: '2026-11-25', rows: [grave, phone, { ...row, first: 60 }] },
  ]
  it.each([
    ['版の前に始まった', '11-24T10:00', situation, 120],
    ['その日から新しい版', '11-25T00:00', situation, 60],
    ['上の行から見る', '11-25T10:00', { ...situation, severity: 'critical' as const }, 30],
    ['目標のない行', '11-25T10:00', { ...situation, channel: 'phone' as const }, null],
  ])('%s', (_, from, where, minutes) => {
    expect(minutesFor('first', iso(from), { editions: later, situation: where })).toBe(minutes)
  })
})
