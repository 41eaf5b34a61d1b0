import { describe, expect, it } from 'vitest'
import { rangeOf } from './stored-file.ts'

describe('途中からの読み出し', () => {
  it.each([
    [null, null],
    ['bytes=0-99', { from: 0, to: 99 }],
    ['bytes=900-', { from: 900, to: 999 }],
    ['bytes=-100', { from: 900, to: 999 }],
    ['bytes=990-2000', { from: 990, to: 999 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=5-4', 'unsatisfiable'],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
  ])('%s', (header, range) => {
    expect(rangeOf(header, 1000)).toEqual(range)
  })
})
