import { expect, test } from 'vitest'
import { numbersIn } from './rules.ts'

test.each([
  ['U26-00101 の件です', ['U26-00101']],
  ['先日のＵ２６－００１０１の件', ['U26-00101']],
  ['u26ー00101とu26-00102', ['U26-00101', 'U26-00102']],
  ['U26-00101、U26-00101', ['U26-00101']],
  ['注文 M-204811', []],
  ['AU26-00101X', []],
])('「%s」から受付番号を拾う', (words, found) => {
  expect(numbersIn(words)).toEqual(found)
})
