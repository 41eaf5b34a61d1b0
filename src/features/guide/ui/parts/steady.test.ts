import { describe, expect, test } from 'vitest'
import { inPlace } from './steady.ts'

const phrase = (index: number, text = `言い方${index}。`, isUsed = false) => ({
  index,
  text,
  isUsed,
})
const places = (say: readonly { index: number }[]) => say.map(({ index }) => index)

describe('読んでいる言葉は、目の下で動かない', () => {
  const read = [phrase(0), phrase(1), phrase(2)]

  test('言った言葉が後ろに回されても、画面では同じ場所に残る', () => {
    expect(places(inPlace(read, [phrase(1), phrase(2), phrase(0, '言い方0。', true)]))).toEqual([
      0, 1, 2,
    ])
  })

  test('使えなくなった言葉は消え、新しい言葉は下に足される', () => {
    expect(places(inPlace(read, [phrase(3), phrase(2), phrase(0)]))).toEqual([0, 2, 3])
  })

  test('言ったという印は、新しい答えのものを示す', () => {
    expect(inPlace([phrase(0)], [phrase(0, '言い方0。', true)])[0]?.isUsed).toBe(true)
  })

  test('お客様の言葉が増えても、読みはじめた引用は差し替わらない', () => {
    const before = phrase(0, '「瓶が割れていた」とのこと、承りました。')
    const now = phrase(0, '「先週も電話した」とのこと、承りました。')
    expect(inPlace([before], [now])[0]?.text).toBe(before.text)
  })

  test('言った引用は、引用が替わっても、言った印のまま残る', () => {
    const before = phrase(0, '「瓶が割れていた」とのこと、承りました。', true)
    const now = phrase(0, '「先週も電話した」とのこと、承りました。')
    expect(inPlace([before], [now])).toEqual([before])
  })

  test('中身が変わった言葉（取り下げた事実、別の案）は、すぐに新しいほうになる', () => {
    const now = phrase(0, '着払いでの返品をご用意できます。')
    expect(inPlace([phrase(0, '交換品の発送をご用意できます。')], [now])).toEqual([now])
  })

  test('どれだけ答えが届いても、残る言葉の並びは変わらない', () => {
    const shuffled = [phrase(2), phrase(0, '言い方0。', true), phrase(4), phrase(1)]
    const once = inPlace(read, shuffled)
    expect(inPlace(once, shuffled.toReversed())).toEqual(once)
  })
})
