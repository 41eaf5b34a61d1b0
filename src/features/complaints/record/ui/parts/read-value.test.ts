import { describe, expect, test } from 'vitest'
import { readDetail, readPastDay } from './read-value.ts'

const today = '2026-11-24'

describe('書かれた値の読み取り', () => {
  test.each([
    ['3980', 3980],
    ['３，９８０円', 3980],
    ['¥12,000', 12000],
    ['0', 0],
  ])('価格「%s」は %d 円', (typed, price) => {
    expect(readDetail('price', typed, today)).toEqual({ price })
  })

  test.each(['三千円', '', '-5', '3.5'])('「%s」は価格として受け取らない', (typed) => {
    expect(readDetail('price', typed, today)).toBeNull()
  })

  test('購入日は日付だけを受け取る', () => {
    expect(readDetail('purchasedOn', '11/20', today)).toEqual({ purchasedOn: '2026-11-20' })
    expect(readDetail('purchasedOn', '先週', today)).toBeNull()
  })

  test('ことばの欄は、書いたまま（前後の空白だけ除く）', () => {
    expect(readDetail('happenedOn', ' 木曜の夜 ', today)).toEqual({ happenedOn: '木曜の夜' })
    expect(readDetail('product', '　', today)).toBeNull()
  })
})

describe('過ぎた日を、話すように書ける', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2026/1/5', '2026-01-05'],
    ['２０２５年１２月３１日', '2025-12-31'],
    ['20261120', '2026-11-20'],
    ['11/20', '2026-11-20'],
    ['11月 20日', '2026-11-20'],
    ['11/24', '2026-11-24'],
    ['12/1', '2025-12-01'],
    ['20日', '2026-11-20'],
    ['30日', '2026-10-30'],
    ['昨日', '2026-11-23'],
    ['おととい', '2026-11-22'],
    ['きょう', '2026-11-24'],
    ['2/29', null],
    ['2024/2/29', '2024-02-29'],
    ['13/1', null],
    ['2026/11/25', null],
    ['20', null],
    ['金曜', null],
    ['', null],
  ])('「%s」→ %s', (typed, day) => {
    expect(readPastDay(typed, today)).toBe(day)
  })
})
