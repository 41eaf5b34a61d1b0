import { describe, expect, it } from 'vitest'
import type { MyVisit, VisitState } from '../contract.ts'
import type { Press, PressKind } from './contract.ts'
import {
  foreseen,
  inOrder,
  opens,
  pressedAt,
  shakeOf,
  stepOf,
  stillWaiting,
  toldOf,
} from './rules.ts'

const at = (time: string) => new Date(`2026-11-24T${time}:00+09:00`).toISOString()
const ms = (time: string) => Date.parse(at(time))

function aVisit(changes: Partial<MyVisit> = {}): MyVisit {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    complaintId: null,
    complaintNumber: null,
    role: 'visitor',
    state: 'arrived',
    isDrill: false,
    purpose: '瓶の交換',
    customerName: '高橋 様',
    address: '横浜市西区 1-2-3',
    startsAt: at('13:30'),
    backBy: at('16:00'),
    place: 'entrance',
    visitorNames: ['松井 あかり'],
    outsideNames: [],
    watcherName: '佐々木 恵',
    watcherPhone: null,
    sign: null,
    bring: '',
    mayPromise: '',
    checkInMinutes: 20,
    dueAt: at('14:20'),
    leftAt: at('13:00'),
    arrivedAt: at('14:00'),
    lastSignAt: at('14:00'),
    endedAt: null,
    backAt: null,
    missing: [],
    noticeSeenAt: null,
    ...changes,
  }
}

function aPress(kind: PressKind, time: string, sequence: number, minutes?: number): Press {
  const id = `00000000-0000-7000-8000-00000000010${sequence}`
  return { id, kind, at: at(time), sequence, ...(minutes === undefined ? {} : { minutes }) }
}

describe('送る箱', () => {
  it('どの道で来ても、押した順に並び、同じものは一つになる', () => {
    const [first, second] = [aPress('arrive', '14:00', 1), aPress('check-in', '14:10', 2)]
    expect(inOrder([second, first, second])).toEqual([first, second])
  })

  it('答えのあったものだけが、箱から出る', () => {
    const waiting = [aPress('check-in', '14:10', 2), aPress('extend', '14:12', 3, 30)]
    const results = [{ id: waiting[0]?.id ?? '', result: 'taken' as const }]
    expect(stillWaiting(waiting, { results })).toEqual(waiting.slice(1))
  })

  it('端末の時計が進んでいても、届いた時より後に押したことにはならない', () => {
    const now = '2026-11-24T05:10:00Z'
    expect(pressedAt(at('14:30'), now)).toBe(now)
    expect(pressedAt('2026-11-24T14:05:00.500+09:00', now)).toBe('2026-11-24T05:05:00.5Z')
  })
})

describe('届くまえの見え方', () => {
  it('電波のないあいだの確認で話が始まり、次の時刻が動く', () => {
    const shown = foreseen(aVisit(), [aPress('check-in', '14:10', 2)])
    expect(shown).toMatchObject({ state: 'talking', lastSignAt: at('14:10'), dueAt: at('14:30') })
  })

  it('次の時刻は、戻る時刻より後にならず、延長すれば延びる', () => {
    const late = aVisit({ backBy: at('14:25') })
    expect(foreseen(late, [aPress('check-in', '14:10', 2)]).dueAt).toBe(at('14:25'))
    const extended = foreseen(late, [aPress('extend', '14:10', 2, 30)])
    expect(extended).toMatchObject({ backBy: at('14:55'), dueAt: at('14:30') })
  })

  it('出発から戻りまで、一度に届く順で進む', () => {
    const planned = aVisit({
      state: 'planned',
      sign: '青いファイル',
      leftAt: null,
      arrivedAt: null,
    })
    const course: [PressKind, VisitState][] = [
      ['leave', 'left'],
      ['arrive', 'arrived'],
      ['check-in', 'talking'],
      ['end', 'ended'],
      ['return', 'back'],
    ]
    const presses = course.map(([kind], place) => aPress(kind, `14:0${place}`, place))
    const states = presses.map((_, place) => foreseen(planned, presses.slice(0, place + 1)).state)
    expect(states).toEqual(course.map(([, state]) => state))
    expect(foreseen(planned, presses.slice(0, 1)).sign).toBeNull()
  })

  it('「連絡して」は、確認と同じだけを動かす', () => {
    const talking = aVisit({ state: 'talking' })
    const contacted = foreseen(talking, [aPress('contact', '14:10', 2)])
    expect(contacted).toEqual(foreseen(talking, [aPress('check-in', '14:10', 2)]))
  })

  it('終わったあとの押しまちがいは、何も変えない', () => {
    const ended = aVisit({ state: 'ended', endedAt: at('15:00'), dueAt: at('16:00') })
    const pressed = (['leave', 'arrive', 'extend'] as const).map((kind) =>
      foreseen(ended, [aPress(kind, '15:10', 2, 30)]),
    )
    expect(pressed).toEqual([ended, ended, ended])
  })
})

describe('事務所が知っていること', () => {
  it('届いた最後の押しと、その時刻', () => {
    expect(toldOf(aVisit(), [])).toEqual({ kind: 'arrived', what: 'arrive', at: at('14:00') })
    const checkedIn = aVisit({ state: 'talking', lastSignAt: at('14:10') })
    expect(toldOf(checkedIn, [])).toEqual({ kind: 'arrived', what: 'check-in', at: at('14:10') })
    expect(toldOf(aVisit({ state: 'planned', leftAt: null, arrivedAt: null }), [])).toBeNull()
  })

  it('届いていなければそう言い、気づかれるのは、サーバーが知っている時刻', () => {
    expect(toldOf(aVisit(), [aPress('check-in', '14:10', 2)])).toEqual({
      kind: 'waiting',
      what: 'check-in',
      at: at('14:10'),
      noticedAt: at('14:20'),
    })
  })
})

it('一番大きなボタンは、いまの一つ', () => {
  const states = ['planned', 'left', 'arrived', 'talking', 'ended', 'back', 'called-off'] as const
  const steps = states.map((state) => stepOf({ state }))
  expect(steps).toEqual(['leave', 'arrive', 'check-in', 'check-in', 'return', null, null])
})

it('端末の鍵は、出ているあいだは切れず、戻って一日で切れる', () => {
  const late = ms('16:00') + 5 * 24 * 3_600_000
  expect(opens(aVisit({ state: 'talking' }), late)).toBe(true)
  const back = aVisit({ state: 'back', backAt: at('16:00') })
  expect(opens(back, ms('16:00') + 23 * 3_600_000)).toBe(true)
  expect(opens(back, ms('16:00') + 25 * 3_600_000)).toBe(false)
  expect(opens(aVisit({ state: 'planned' }), late)).toBe(false)
  expect(opens(aVisit({ state: 'called-off' }), ms('13:00'))).toBe(false)
})

it('二分前に一度、過ぎたら知らせる', () => {
  const times = ['14:17', '14:18', '14:19', '14:20'] as const
  expect(times.map((time) => shakeOf(at('14:20'), ms(time)))).toEqual([null, 'soon', 'soon', 'due'])
  expect(shakeOf(null, ms('14:20'))).toBeNull()
})
