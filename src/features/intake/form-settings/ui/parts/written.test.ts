import { expect, test } from 'vitest'
import { countIn } from './written.ts'

test.each([
  ['500', 500],
  ['５００', 500],
  ['4,000', 4000],
  ['4001', null],
  ['0', null],
  ['多め', null],
  ['', null],
])('上限「%s」は %s', (text, count) => expect(countIn(text, 4000)).toBe(count))
