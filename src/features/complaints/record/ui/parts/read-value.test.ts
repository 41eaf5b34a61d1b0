import { describe, expect, test } from 'vitest'
import { readDetail } from './read-value.ts'

describe('書かれた値の読み取り', () => {
  test.each([
    ['3980', 3980],
    ['３，９８０円', 3980],
    ['¥12,000', 12000],
    ['0', 0],
  ])('価格「%s」は %d 円', (typed, price) => {
    expect(readDetail('price', typed)).toEqual({ price })
  })

  test.each(['三千円', '', '-5', '3.5'])('「%s」は価格として受け取らない', (typed) => {
    expect(readDetail('price', typed)).toBeNull()
  })

  test('購入日は日付だけを受け取る', () => {
    expect(readDetail('purchasedOn', '2026-11-24')).toEqual({ purchasedOn: '2026-11-24' })
    expect(readDetail('purchasedOn', '先週')).toBeNull()
  })

  test('ことばの欄は、書いたまま（前後の空白だけ除く）', () => {
    expect(readDetail('happenedOn', ' 木曜の夜 ')).toEqual({ happenedOn: '木曜の夜' })
    expect(readDetail('product', '　')).toBeNull()
  })
})
