import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockOf, cellsIn, fromTsv, moved, putIn, spread, toTsv } from './sheet.ts'

const size = { rows: 3, columns: 4 }
const columns = ['a', 'b', 'c', 'd']
const rows = ['1', '2', '3'].map((id) => ({ id, cells: { a: `a${id}`, b: `b${id}` } }))
const newRow = () => ({ id: 'new', cells: {} })

describe('表の中を移る', () => {
  it.each([
    ['arrowdown', { row: 0, column: 0 }, { row: 1, column: 0 }],
    ['arrowup', { row: 0, column: 2 }, { row: 0, column: 2 }],
    ['arrowright', { row: 1, column: 3 }, { row: 1, column: 3 }],
    ['home', { row: 2, column: 3 }, { row: 2, column: 0 }],
    ['end', { row: 2, column: 0 }, { row: 2, column: 3 }],
    ['mod+end', { row: 0, column: 0 }, { row: 2, column: 3 }],
    ['pagedown', { row: 0, column: 1 }, { row: 2, column: 1 }],
  ])('%s は表の外へ出ない', (stroke, from, to) => {
    expect(moved(stroke, from, size)).toEqual(to)
  })

  it('文字のキーでは移らない', () => {
    expect(moved('a', { row: 0, column: 0 }, size)).toBeUndefined()
  })
})

describe('コピーと貼り付け', () => {
  it('どんなセルも、Excelの形にして戻すと同じになる', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'あa"\t\n =,'), maxLength: 5 })
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      )
    fc.assert(
      fc.property(block, (cells) => {
        // A single empty last row cannot be told from the line end that Excel adds.
        fc.pre(cells.at(-1)?.join('') !== '' || cells.length === 1)
        expect(fromTsv(toTsv(cells))).toEqual(cells)
      }),
    )
  })

  it('Excelが最後に付ける改行は、行を増やさない', () => {
    expect(fromTsv('a\tb\r\n"c\nd"\t"e""f"\r\n')).toEqual([
      ['a', 'b'],
      ['c\nd', 'e"f'],
    ])
  })

  it('表より長いものを貼ると、行が増える', () => {
    const put = putIn(rows, columns, { row: 2, column: 1 }, [['x', 'y'], ['z']], newRow)
    expect(put.map(({ id, cells }) => [id, cells])).toEqual([
      ['1', { a: 'a1', b: 'b1' }],
      ['2', { a: 'a2', b: 'b2' }],
      ['3', { a: 'a3', b: 'x', c: 'y' }],
      ['new', { b: 'z' }],
    ])
  })

  it('一つのセルは、選んだ範囲のすべてに入る', () => {
    const block = blockOf({ row: 2, column: 1 }, { row: 1, column: 0 })
    expect(spread([['x']], block)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ])
    expect(cellsIn(rows, columns, block)).toEqual([
      ['a2', 'b2'],
      ['a3', 'b3'],
    ])
  })
})
