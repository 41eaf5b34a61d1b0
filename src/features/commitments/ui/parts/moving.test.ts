import { expect, it } from 'vitest'
import { noMove, readDue, whatIsSaid } from './moving.ts'

it.each([
  [{ phrase: ' 明日の17時まで ' }, { phrase: '明日の17時まで' }],
  [{ phrase: '明日の17時まで', on: '2026-11-27', at: '15:00' }, { phrase: '明日の17時まで' }],
  [
    { on: '2026-11-27', at: '15:00' },
    { on: '2026-11-27', at: '15:00' },
  ],
  [{ on: '2026-11-27' }, { on: '2026-11-27' }],
  [{ at: '15:00' }, null],
])('%j は %j と読む', (given, expected) => {
  expect(readDue({ ...noMove, ...given })).toEqual(expected)
})

it('理由、代案、伝えた人のどれかが空白なら、まだ送れない', () => {
  const whole = {
    phrase: '明日',
    on: '',
    at: '',
    reason: '遅れ',
    alternative: '先に',
    toldBy: '松井',
  }
  expect(whatIsSaid(whole)).toMatchObject({ reason: '遅れ', toldBy: '松井' })
  for (const name of ['reason', 'alternative', 'toldBy'] as const)
    expect(whatIsSaid({ ...whole, [name]: '　' })).toBeNull()
})
