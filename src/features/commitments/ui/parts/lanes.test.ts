import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lanesOf } from './lanes.ts'

const now = Date.parse('2026-12-30T10:00:00+09:00')
const due = (dueAt: string) => ({ dueAt })
const lane = (...dues: string[]) =>
  lanesOf(dues.map(due), now)
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => `${key} ${count}`)

it.each([
  [['2026-12-30T09:59:00+09:00', '2026-11-01T09:00:00+09:00'], ['before 2']],
  [['2026-12-30T23:59:00+09:00'], ['2026-12-30 1']],
  [['2026-12-30T15:00:00Z', '2026-12-31T14:59:00Z'], ['2026-12-31 2']],
  [
    ['2027-01-05T12:00:00+09:00', '2027-01-06T00:00:00+09:00'],
    ['2027-01-05 1', 'after 1'],
  ],
])('%s は %s の列に入る', (dues, expected) => {
  expect(lane(...dues)).toEqual(expected)
})

it('どの約束も、どれか一つの列に入る', () => {
  const hours = fc.array(fc.integer({ min: -2000, max: 2000 }))
  fc.assert(
    fc.property(hours, (all) => {
      const promises = all.map((hour) => due(new Date(now + hour * 3_600_000).toISOString()))
      const cells = lanesOf(promises, now)
      expect(cells).toHaveLength(9)
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
    }),
  )
})
