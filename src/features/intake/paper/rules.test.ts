import { expect, it } from 'vitest'
import { reachedAt } from './rules.ts'

it.each([
  ['2026-11-24', '2026-11-24T05:30:00Z'],
  ['2026-11-20', '2026-11-20T00:00:00Z'],
  ['2026-11-26', '2026-11-26T00:00:00Z'],
])('%s に届いたものの受付は %s', (day, at) => {
  expect(reachedAt(day, Temporal.Instant.from('2026-11-24T14:30:00+09:00'))).toBe(at)
})
