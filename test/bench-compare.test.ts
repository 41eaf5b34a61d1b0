import { describe, expect, it } from 'vitest'
import { linesOf, worse, type Measured } from '../bench/desk/compare.ts'

const line = (row: string, cpu: number, found?: number): Measured => ({
  bench: 'desk',
  row,
  rows: 10_000,
  clients: 1,
  requests: 500,
  cpu,
  ...(found === undefined ? {} : { found, truth: 40 }),
})

describe('前と後の計測をくらべる', () => {
  it('一件あたりの処理が二割より重くなれば言う', () => {
    expect(worse([line('create', 5)], [line('create', 6.1)])).toEqual([
      'desk, create, 10000 rows, 1 clients: 6.10 ms of the processor, 1.22 times the 5.00',
    ])
  })

  it('二割までと、軽くなったことは言わない', () => {
    expect(
      worse([line('create', 5), line('open', 5)], [line('create', 6), line('open', 1)]),
    ).toEqual([])
  })

  it('見つからなくなったもの、計られなくなったものを言う', () => {
    const before = [line('rare', 5, 40), line('open', 5)]
    expect(worse(before, [line('rare', 1, 39)])).toEqual([
      'desk, rare, 10000 rows, 1 clients: found 39 of 40',
      'desk, open, 10000 rows, 1 clients: is not measured any more',
    ])
  })

  it('計測の行だけを読む', () => {
    const text = `はじめます\n${JSON.stringify(line('create', 5))}\n`
    expect(linesOf(text)).toEqual([line('create', 5)])
  })
})
