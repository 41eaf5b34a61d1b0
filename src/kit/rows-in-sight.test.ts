import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsInSight, scrollTo, tallest } from './rows-in-sight.ts'

test('見えている行だけを数える', () => {
  const sight = rowsInSight({ count: 1000, row: 84, view: 800, scrolled: 840 })
  expect(sight).toMatchObject({ first: 10, last: 19, height: 84_000 })
  expect(sight.topOf(10)).toBe(840)
})

test('一行もないとき、窓より短いとき', () => {
  expect(rowsInSight({ count: 0, row: 84, view: 800, scrolled: 0 })).toMatchObject({
    first: 0,
    last: 0,
    height: 0,
  })
  expect(rowsInSight({ count: 3, row: 84, view: 800, scrolled: 50 })).toMatchObject({
    first: 0,
    last: 2,
  })
})

test('100万行でも、終わりまで届く', () => {
  const list = { count: 1_000_000, row: 84, view: 800 }
  const end = rowsInSight({ ...list, scrolled: tallest - 800 })
  expect(end.height).toBe(tallest)
  expect(end.last).toBe(999_999)
  expect(end.topOf(999_999) + 84).toBeCloseTo(tallest, 3)
})

describe('行へ動く', () => {
  const lists = fc.record({
    count: fc.integer({ min: 1, max: 2_000_000 }),
    row: fc.integer({ min: 20, max: 120 }),
    view: fc.integer({ min: 200, max: 1500 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
  })

  test('動いた先では、その行がまるごと見える', () => {
    fc.assert(
      fc.property(lists, ({ count, row, view, at, to }) => {
        const height = Math.min(count * row, tallest)
        const index = Math.floor(to * (count - 1))
        const list = { count, row, view, scrolled: at * Math.max(0, height - view) }
        const scrolled = scrollTo(index, list)
        const top = rowsInSight({ ...list, scrolled }).topOf(index) - scrolled
        expect(top).toBeGreaterThan(-1)
        expect(top + row).toBeLessThan(Math.max(view, row) + 1)
      }),
    )
  })

  test('見えていれば動かない', () => {
    const list = { count: 100, row: 50, view: 500, scrolled: 1000 }
    expect(scrollTo(25, list)).toBe(1000)
    expect(scrollTo(10, list)).toBe(500)
    expect(scrollTo(40, list)).toBe(1550)
  })
})
