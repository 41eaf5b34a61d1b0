import { assert, constantFrom, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorAt, carried, placeOf, replaced, sentencesOf } from './rules.ts'

const text = '森本様\n\n確かめております。少しお待ちください。\n\n確かめております。'
const stretch = (of: string, words: string, from = 0) => {
  const start = of.indexOf(words, from)
  return { start, end: start + words.length }
}

describe('言葉に付いたコメントは、文面が変わっても見つかる', () => {
  it('前に書き足しても、同じ言葉がほかにあっても、付けた所のまま', () => {
    const second = anchorAt(text, stretch(text, '確かめております。', 20))
    const longer = text.replace('少し', 'まことに恐れ入りますが、少し')
    const after = carried(second, text, longer)
    expect(placeOf(longer, after)).toEqual(stretch(longer, '確かめております。', 30))
    expect(placeOf(longer, second)).toEqual(stretch(longer, '確かめております。', 30))
  })

  it('言葉が消えたら見つからず、前の文面に戻せばまた見つかる', () => {
    const anchor = anchorAt(text, stretch(text, '少しお待ちください。'))
    const without = text.replace('少しお待ちください。', '明日お電話します。')
    const after = carried(anchor, text, without)
    expect(placeOf(without, after)).toBeNull()
    expect(placeOf(text, carried(after, without, text))).toEqual(stretch(text, anchor.quote))
    expect([replaced(without, after, 'x'), replaced(text, anchor, 'お待ちください。')]).toEqual([
      null,
      text.replace('少し', ''),
    ])
  })

  const some = string({ unit: constantFrom('あ', 'い', '。', '\n', '𠮷'), maxLength: 40 })
  it('付けた所の外を直しても、いつも同じ言葉に付いている', () => {
    assert(
      property(some, some, some, some, nat(20), (head, quote, tail, typed, take) => {
        const before = `${head}「${quote}」${tail}`
        const anchor = anchorAt(before, stretch(before, `「${quote}」`))
        const left = `${head.slice(0, take)}${typed}${head.slice(take * 2)}`
        const right = `${tail.slice(0, take)}${typed}${tail.slice(take * 2)}`
        const [ahead, behind] = [`${left}「${quote}」${tail}`, `${head}「${quote}」${right}`]
        const place = (now: string) => placeOf(now, carried(anchor, before, now))?.start
        expect([place(ahead), place(behind)]).toEqual([left.length, head.length])
      }),
    )
  })

  it('どう直しても、別の言葉を指すことはない', () => {
    assert(
      property(some, some, nat(30), nat(10), (before, after, start, length) => {
        const anchor = anchorAt(before, { start, end: start + length })
        const found = placeOf(after, carried(anchor, before, after))
        expect(found === null || after.slice(found.start, found.end) === anchor.quote).toBe(true)
        expect(found === null).toBe(anchor.quote === '' || !after.includes(anchor.quote))
      }),
    )
  })
})

it('文ごとに分け、つなげば空白のほかは元の文面になる', () => {
  const words = sentencesOf(text).map(({ start, end }) => text.slice(start, end))
  expect(words).toEqual([
    '森本様',
    '確かめております。',
    '少しお待ちください。',
    '確かめております。',
  ])
  expect(sentencesOf('\n。\n')).toEqual([])
})
