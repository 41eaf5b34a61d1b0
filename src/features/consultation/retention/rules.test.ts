import { describe, expect, it } from 'vitest'
import { keepingOf, retentionOn, shippedRetention, whyErased } from './rules.ts'

const today = '2026-11-24'
const open = { closedOn: null, wishedOn: null, isHeld: false }
const code = (standing: Parameters<typeof keepingOf>[0], months = 60) => {
  const why = whyErased(keepingOf(standing, months, today))
  return why.ok ? why.value : why.refusal.code
}

describe('相談を消せるか', () => {
  it.each([
    ['続いている', open, 'consultation.not-ended'],
    ['終わって、期間の前日', { ...open, closedOn: '2021-11-25' }, 'consultation.kept-until'],
    ['終わって、期間の日', { ...open, closedOn: '2021-11-24' }, 'period'],
    ['続いていても、本人が望んだ', { ...open, wishedOn: '2026-11-20' }, 'wish'],
    [
      '望んでも、手続きのために残す',
      { ...open, wishedOn: today, isHeld: true },
      'consultation.held',
    ],
    [
      '期間が過ぎても残す',
      { closedOn: '2015-01-01', wishedOn: null, isHeld: true },
      'consultation.held',
    ],
  ])('%s', (_, standing, expected) => {
    expect(code(standing)).toBe(expected)
  })

  it('月末に終わったものは、短い月では月末に数える', () => {
    const { until } = keepingOf({ ...open, closedOn: '2026-08-31' }, 6, today)
    expect(until).toBe('2027-02-28')
  })
})

describe('残す期間', () => {
  const later = { ...shippedRetention, version: 2, months: 36, fromOn: '2027-04-01' }
  const now = { ...shippedRetention, version: 1, months: 84, fromOn: '2026-11-01' }

  it('その日に効いている、いちばん新しい決めが使われる', () => {
    expect(retentionOn([later, now], today).months).toBe(84)
    expect(retentionOn([later, now], '2027-04-01').months).toBe(36)
    expect(retentionOn([later], today)).toEqual(shippedRetention)
  })
})
