import { expect, test } from 'vitest'
import { fixedClock } from './clock.ts'

test('動かすまで止まっている', () => {
  const clock = fixedClock('2026-11-24T08:00:00Z')
  expect(clock.now().toString()).toBe('2026-11-24T08:00:00Z')
  expect(clock.now().equals(clock.now())).toBe(true)
})

test('時間でも日でも進められ、戻せる', () => {
  const clock = fixedClock('2026-11-24T08:00:00Z')
  clock.advance({ minutes: 90 })
  expect(clock.now().toString()).toBe('2026-11-24T09:30:00Z')
  clock.advance({ days: 1 })
  expect(clock.now().toString()).toBe('2026-11-25T09:30:00Z')
  clock.advance({ hours: -1 })
  expect(clock.now().toString()).toBe('2026-11-25T08:30:00Z')
})
