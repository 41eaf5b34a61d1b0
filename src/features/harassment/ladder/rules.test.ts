import { describe, expect, it } from 'vitest'
import { anId } from '#features/complaints/record/factory.ts'
import type { Ladder, Step } from './contract.ts'
import {
  deciderOf,
  emergencyHeard,
  offersOf,
  whyNotAsked,
  whyNotTaken,
  type Ground,
} from './rules.ts'

const empty: Ladder = {
  occasion: { kind: 'call', key: anId(1) },
  taken: [],
  ask: null,
  decidedUpTo: null,
}
const after = (...steps: Step[]): Ladder => ({
  ...empty,
  taken: steps.map((step, index) => ({
    id: anId(100 + index),
    step,
    count: 1,
    at: '2026-11-24T01:00:00Z',
    said: '',
    quoted: '',
    byName: '松井',
    decidedByName: '松井',
  })),
})
const alone: Ground = { requestsBeforeFinal: 2, mayDecide: false, emergency: null }
const why = (step: Step, ladder: Ladder, ground: Partial<Ground> = {}) => {
  const read = whyNotTaken(step, ladder, { ...alone, ...ground })
  return read.ok ? 'ok' : read.refusal.code
}
const next = (ladder: Ladder, ground: Partial<Ground> = {}) =>
  offersOf(ladder, { ...alone, ...ground }).find(({ isNext }) => isNext)?.step
const twoAndWarned = ['request', 'request', 'warning'] as const

describe('段階', () => {
  it('お願いから始まり、当社基準の回数のあとに、警告、最終の警告、終わりへ進む', () => {
    expect(next(empty)).toBe('request')
    expect(next(after('request'))).toBe('request')
    expect(next(after('request', 'request'))).toBe('warning')
    expect(next(after(...twoAndWarned))).toBe('final-warning')
    expect(next(after(...twoAndWarned, 'final-warning'))).toBe('end')
    expect(next(after(...twoAndWarned, 'final-warning', 'end'))).toBe('police')
  })

  it.each([
    ['warning', empty, 'harassment.earlier-step'],
    ['final-warning', after('request', 'request'), 'harassment.earlier-step'],
    ['final-warning', after('request', 'warning'), 'harassment.more-requests'],
    ['end', after(...twoAndWarned), 'harassment.earlier-step'],
    ['police', after(...twoAndWarned, 'final-warning'), 'harassment.end-first'],
  ] as const)('%s は飛ばせない', (step, ladder, code) => {
    expect(why(step, ladder, { mayDecide: true })).toBe(code)
  })

  it('最終の警告からは、決める人の確認が要る', () => {
    const ladder = after(...twoAndWarned)
    expect(why('final-warning', ladder)).toBe('harassment.decision-missing')
    expect(why('final-warning', { ...ladder, decidedUpTo: 'final-warning' })).toBe('ok')
    expect(why('final-warning', ladder, { mayDecide: true })).toBe('ok')
    const warned = after(...twoAndWarned, 'final-warning')
    expect(why('end', { ...warned, decidedUpTo: 'final-warning' })).toBe(
      'harassment.decision-missing',
    )
    expect(why('end', { ...warned, decidedUpTo: 'end' })).toBe('ok')
  })

  it.each(['confinement', 'threat-harm', 'violence'] as const)(
    '緊急（%s）のときは、だれでもすぐに110へ',
    (emergency) => {
      expect(why('police', empty, { emergency })).toBe('ok')
      expect(why('end', empty, { emergency })).toBe('harassment.earlier-step')
    },
  )

  it('決めたのは、確認に答えた人。お願いと警告は、言った本人', () => {
    const answer = { upTo: 'end', words: '', byId: anId(60), byName: '佐々木', at: '' } as const
    const me = { id: anId(50), name: '松井', mayDecide: false }
    const asked: Ladder = {
      ...empty,
      ask: {
        id: anId(5),
        occasion: empty.occasion,
        upTo: 'end',
        askedAt: '',
        byId: anId(50),
        byName: '松井',
        answer,
      },
    }
    expect(deciderOf('end', asked, me).decidedByName).toBe('佐々木')
    expect(deciderOf('request', asked, me).decidedByName).toBe('松井')
    expect(deciderOf('end', asked, { ...me, mayDecide: true }).decidedByName).toBe('松井')
  })

  it('返事を待つあいだは二度頼まず、終わったあとは頼めない', () => {
    const code = (ladder: Ladder) => {
      const read = whyNotAsked(ladder)
      return read.ok ? 'ok' : read.refusal.code
    }
    expect(code(empty)).toBe('ok')
    expect(code(after('end'))).toBe('harassment.talk-over')
  })

  it('見たこと、閉じ込め、危害の言葉の順に、緊急とみる', () => {
    expect(emergencyHeard([{ code: 'threat_harm' }], true)).toBe('violence')
    expect(emergencyHeard([{ code: 'threat_harm' }, { code: 'confinement' }], false)).toBe(
      'confinement',
    )
    expect(emergencyHeard([{ code: 'insult' }], false)).toBeNull()
  })
})
