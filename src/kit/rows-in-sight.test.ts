import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isStuck,
  placeOf,
  pushedBy,
  rowsInSight,
  scrolledTo,
  settled,
  start,
  tallest,
} from './rows-in-sight.ts'

const at = (scrolled: number) => ({ scrolled, ahead: 0 })

test('見えている行だけを数える', () => {
  const sight = rowsInSight({ count: 1000, row: 84, view: 800 }, at(840))
  expect(sight).toMatchObject({ first: 10, last: 19, height: 84_000 })
  expect(sight.topOf(10)).toBe(840)
})

test('一行もないとき、窓より短いとき', () => {
  const none = { first: 0, last: 0, height: 0 }
  expect(rowsInSight({ count: 0, row: 84, view: 800 }, start)).toMatchObject(none)
  expect(rowsInSight({ count: 3, row: 84, view: 800 }, at(50))).toMatchObject({ first: 0, last: 2 })
})

describe('100万行', () => {
  const list = { count: 1_000_000, row: 84, view: 800 }
  const bottom = tallest - list.view

  test('つまみを下まで引けば、終わりまで届く', () => {
    const end = rowsInSight(list, scrolledTo(bottom, list, start))
    expect(end).toMatchObject({ height: tallest, last: 999_999 })
    expect(end.topOf(999_999) + 84).toBeCloseTo(tallest, 3)
  })

  test('まわして動くときは、見たままの距離だけ動く', () => {
    const jumped = scrolledTo(bottom / 2, list, start)
    const before = rowsInSight(list, jumped)
    const after = rowsInSight(list, scrolledTo(bottom / 2 + 840, list, jumped))
    expect(after.first - before.first).toBe(10)
    expect(after.topOf(before.first)).toBeCloseTo(before.topOf(before.first), 3)
  })

  test('つまみだけが端に着いたら、同じ行を見せたまま、つまみを戻す', () => {
    const stuck = { scrolled: 0, ahead: 50_000_000 }
    expect(isStuck(list, stuck)).toBe(true)
    const back = settled(list, stuck)
    expect(isStuck(list, back)).toBe(false)
    expect(back.scrolled).toBeGreaterThan(1_000_000)
    expect(rowsInSight(list, back).first).toBe(rowsInSight(list, stuck).first)
    expect(isStuck(list, scrolledTo(0, list, start))).toBe(false)
  })
})

test('上に行が増えても、見ている行は動かない', () => {
  const list = { count: 500, row: 80, view: 800 }
  const place = pushedBy(3, list, at(4000))
  expect(rowsInSight(list, place).first).toBe(53)
})

describe('行へ動く', () => {
  const lists = fc.record({
    count: fc.integer({ min: 1, max: 2_000_000 }),
    row: fc.integer({ min: 20, max: 120 }),
    view: fc.integer({ min: 200, max: 1500 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
  })

  test('動いた先では、その行がまるごと見える', () => {
    fc.assert(
      fc.property(lists, ({ part, to, ...list }) => {
        const height = Math.min(list.count * list.row, tallest)
        const index = Math.floor(to * (list.count - 1))
        const from = scrolledTo(part * Math.max(0, height - list.view), list, start)
        const place = placeOf(index, list, from)
        const top = rowsInSight(list, place).topOf(index) - place.scrolled
        expect(top).toBeGreaterThan(-1)
        expect(top + list.row).toBeLessThan(Math.max(list.view, list.row) + 1)
      }),
    )
  })

  test('見えていれば動かない', () => {
    const list = { count: 100, row: 50, view: 500 }
    expect(placeOf(25, list, at(1000))).toEqual(at(1000))
    expect(placeOf(10, list, at(1000))).toEqual(at(500))
    expect(placeOf(40, list, at(1000))).toEqual(at(1550))
  })
})
