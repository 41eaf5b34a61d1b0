import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RunTree } from './run-tree.ts'

test('木は、どんな続きも見失わない', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }),
      (letters) => {
        const tree = new RunTree(letters.length * 2)
        const first = letters.map((letter) => tree.add(0, letter))
        const second = letters.map((letter, at) => tree.add(first[at]!, letter))
        expect(letters.map((letter) => tree.find(0, letter))).toEqual(first)
        expect(letters.map((letter, at) => tree.find(first[at]!, letter))).toEqual(second)
        expect(tree.find(first.length + second.length + 1, 1)).toBe(0)
      },
    ),
  )
})
