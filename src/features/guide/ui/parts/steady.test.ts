import { describe, expect, test } from 'vitest'
import { inPlace } from './steady.ts'

const phrase = (index: number, isUsed = false) => ({ index, text: `言い方${index}`, isUsed })

describe('読んでいる言葉は場所を変えない', () => {
  test('言った言葉が後ろに回されても、画面では同じ場所に残る', () => {
    const said = [phrase(1), phrase(2), phrase(0, true)]
    expect(inPlace([0, 1, 2], said).map(({ index }) => index)).toEqual([0, 1, 2])
  })

  test('使えなくなった言葉は消え、新しい言葉は下に足される', () => {
    expect(inPlace([0, 1, 2], [phrase(3), phrase(2), phrase(0)]).map((each) => each.index)).toEqual(
      [0, 2, 3],
    )
  })

  test('言ったという印は、新しい答えのものを示す', () => {
    expect(inPlace([0], [phrase(0, true)])[0]?.isUsed).toBe(true)
  })
})
