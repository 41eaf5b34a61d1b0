import { expect, test } from 'vitest'
import { readYen } from './read-yen.ts'

test.each([
  ['3000', 3000],
  ['３，０００円', 3000],
  ['¥ 550', 550],
  ['0', 0],
  ['', null],
  ['三千', null],
  ['-5', null],
  ['12.5', null],
])('金額「%s」を読む', (typed, yen) => {
  expect(readYen(typed)).toBe(yen)
})
