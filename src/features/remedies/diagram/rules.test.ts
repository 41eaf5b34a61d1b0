import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingsIn } from './rules.ts'

type Row = readonly (readonly number[])[]
const sizes = [3, 2, 4]
const axes = sizes.map((size, axis) => ({
  size,
  fits: (row: Row, piece: number) => row[axis]?.includes(piece) ?? false,
}))
const aRow = fc.tuple(
  ...sizes.map((size) => fc.subarray(Array.from({ length: size }, (_, piece) => piece))),
)
const ask = (rows: readonly Row[]) => [
  ...openingsIn({ rows, axes, covers: () => true, left: (some) => (some.length > 0 ? null : '') }),
]

describe('条件の図', () => {
  it('どの組み合わせも、行のどれかに入るか、ちょうど一つの抜けに入る', () => {
    const everywhere = [0, 1, 2].flatMap((a) =>
      [0, 1].flatMap((b) => [0, 1, 2, 3].map((c) => [a, b, c] as const)),
    )
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 6 }), (rows) => {
        const gaps = ask(rows)
        for (const at of everywhere) {
          const isIn = (box: Row) => at.every((piece, axis) => box[axis]?.includes(piece))
          const found = gaps.filter(({ pieces }) => isIn(pieces)).length
          expect(found).toBe(rows.some(isIn) ? 0 : 1)
        }
      }),
    )
  })

  it('条件によらない抜けは、一つにまとまる', () => {
    expect(ask([[[0, 1, 2], [0], [0, 1, 2, 3]]])).toEqual([
      { pieces: [[0, 1, 2], [1], [0, 1, 2, 3]], left: '' },
    ])
  })
})
