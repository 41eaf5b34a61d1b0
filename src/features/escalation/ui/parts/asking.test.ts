import { describe, expect, test } from 'vitest'
import type { Route } from '../../routing/contract.ts'
import { anybody, isComplete, settledBy, toPreview, toSend, type Asking } from './asking.ts'

const asking: Asking = {
  kind: 'supervisor',
  mode: 'connect',
  keeping: null,
  person: '',
  to: anybody,
  reason: '説明が二転三転したとのこと',
  window: { on: '', from: '', until: '', phone: '' },
}
const route: Route = {
  mode: 'connect',
  toId: null,
  toName: '佐々木 恵',
  toldName: '佐々木',
  deskName: null,
  because: [],
  upAfterMinutes: 3,
  recommended: 'connect',
  keeping: null,
  noConnect: null,
}

describe('印の付くやり方', () => {
  const busy = {
    ...route,
    recommended: 'call-back',
    noConnect: { why: 'nobody', name: '' },
  } as const
  const money = { ...route, recommended: 'watch', keeping: 'money-demanded' } as const
  test.each([
    ['選ばなければ、いま正しいもの', null, route, 'connect'],
    ['替われる人がいなければ、折り返し', null, busy, 'call-back'],
    ['「いま替わる」を選んでいても、いなくなれば折り返し', 'connect', busy, 'call-back'],
    ['選んだものは、そのまま', 'watch', route, 'watch'],
    ['金品の話なら、自分が続ける', null, money, 'watch'],
    ['まだ分からなければ、決めない', null, null, null],
  ] as const)('%s', (_, mode, now, marked) =>
    expect(settledBy({ ...asking, mode }, now).mode).toBe(marked),
  )
  test('記録に見える理由が、そのまま続ける理由になる', () => {
    const settled = settledBy({ ...asking, mode: null }, money)
    expect(isComplete(settled)).toBe(true)
    expect(toSend(settled)).toMatchObject({ mode: 'watch', reason: 'money-demanded' })
  })
  test('選ばないうちは、やり方を決めずに尋ねる', () =>
    expect(toPreview({ ...asking, mode: null })).toEqual({ kind: 'supervisor' }))
})

describe('SVに頼む前に要ること', () => {
  test('理由があれば頼める', () => {
    expect(isComplete(asking)).toBe(true)
    expect(isComplete({ ...asking, reason: '　' })).toBe(false)
  })

  test('名指しなら、名前も要る', () => {
    const named: Asking = { ...asking, kind: 'named-person' }
    expect(isComplete(named)).toBe(false)
    expect(isComplete({ ...named, person: '前回の田中さん' })).toBe(true)
  })

  test('自分が続けるのは、決まった理由があるときだけ', () => {
    const watching: Asking = { ...asking, mode: 'watch' }
    expect(isComplete(watching)).toBe(false)
    expect(isComplete({ ...watching, keeping: 'money-demanded', reason: '' })).toBe(true)
  })
})

describe('送るもの', () => {
  test('相手を選ばなければ、受け手はサーバーが決める', () => {
    expect(toSend(asking)).toEqual({
      kind: 'supervisor',
      mode: 'connect',
      reason: '説明が二転三転したとのこと',
    })
    expect(toSend({ ...asking, to: 'someone' })).toMatchObject({ toId: 'someone' })
  })

  test('自分が続けるときの理由は、決まった符号で送る', () => {
    const watching: Asking = { ...asking, mode: 'watch', keeping: 'own-mistake' }
    expect(toSend(watching).reason).toBe('own-mistake')
  })

  test('名前は、名指しのときだけ送る', () => {
    expect(toSend({ ...asking, person: '消し忘れ' })).not.toHaveProperty('person')
    expect(toSend({ ...asking, kind: 'named-person', person: ' 店長 ' }).person).toBe('店長')
  })
})

describe('折り返しの時間', () => {
  const window = { on: '2026-11-24', from: '15:00', until: '16:00', phone: ' 054-000-1234 ' }
  test('日と時刻がそろえば、日本の時刻として送られる', () =>
    expect(toSend({ ...asking, mode: 'call-back', window }).callBack).toEqual({
      fromAt: '2026-11-24T06:00:00.000Z',
      untilAt: '2026-11-24T07:00:00.000Z',
      phone: '054-000-1234',
    }))
  test.each([['on'], ['from'], ['until']] as const)('%s が空なら、約束にしない', (part) =>
    expect(toSend({ ...asking, window: { ...window, [part]: '' } })).not.toHaveProperty('callBack'),
  )
  test('見守ってもらうときは、約束にしない', () =>
    expect(toSend({ ...asking, mode: 'watch', window })).not.toHaveProperty('callBack'))
})
