import { describe, expect, it } from 'vitest'
import { compare, productKey, quantile, spreadOf, type Past } from './rules.ts'

let count = 0
function past(amountYen: number | null, change: Partial<Past> = {}): Past {
  count += 1
  return {
    complaintId: `c${count}`,
    complaintNumber: `U26-${String(count).padStart(5, '0')}`,
    kind: 'coupon',
    label: 'クーポン',
    amountYen,
    priceYen: 3000,
    product: productKey('急須 500ml'),
    isApproved: false,
    answer: 'accepted',
    at: '2026-11-01T00:00:00Z',
    ...change,
  }
}
const ours = { cause: 'attitude', product: '急須　５００ｍｌ' } as const

describe('前例', () => {
  it('全角、空白、大文字の違いは、同じ商品', () => {
    expect(productKey('急須　５００ＭＬ')).toBe(productKey('急須 500ml'))
  })

  it.each([
    [[500, 600, 700, 800, 900], 0.25, 600],
    [[500, 600, 700, 800, 900], 0.5, 700],
    [[500, 1000], 0.5, 750],
    [[1000], 0.75, 1000],
  ])('%j の %d 分位は %d', (yen, share, expected) => {
    expect(quantile(yen, share)).toBe(expected)
  })

  it('四件までは、ばらつきを言わない', () => {
    expect(spreadOf([500, 500, 500, 5000])).toMatchObject({ count: 4, quartiles: null, most: 5000 })
  })

  it('飛び離れたものを、先に見せる', () => {
    const yen = [500, 500, 600, 600, 700, 9000]
    const { cases, spread } = compare(
      yen.map((each) => past(each)),
      ours,
    )
    expect(spread?.quartiles).toEqual({ low: 525, middle: 600, high: 675 })
    expect(cases[0]).toMatchObject({ amountYen: 9000, isOutlier: true })
    expect(cases.filter(({ isOutlier }) => isOutlier)).toHaveLength(1)
  })

  it('同じ商品が三件そろえばその中で、なければ同じ原因で比べる', () => {
    const others = [past(3000, { product: 'べつ' }), past(4000, { product: 'べつ' })]
    expect(compare([past(500), past(500), past(500), ...others], ours)).toMatchObject({
      comparedBy: 'cause-and-product',
      spread: { count: 3, most: 500 },
    })
    expect(compare([past(500), past(500), ...others], ours)).toMatchObject({
      comparedBy: 'cause',
      spread: { count: 4, most: 4000 },
    })
  })

  it('お断りになったものは、数だけ', () => {
    const { cases, declined } = compare([past(500, { answer: 'rejected' }), past(600)], ours)
    expect([cases.length, declined]).toEqual([1, 1])
  })

  it('前例がなければ、何も言わない', () => {
    expect(compare([], ours)).toMatchObject({ comparedBy: null, spread: null, cases: [] })
  })
})
