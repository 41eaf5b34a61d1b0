import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, mended, same, sentencesIn } from './rules.ts'

const drafted = '急須の口が欠けた状態でお届けしていたことを確認いたしました。'

describe('どれだけ重なるか', () => {
  it.each([
    '急須の口が、欠けた状態でお届けしていたことを確認いたしました。',
    '急須の口が欠けた状態でお届けしていたことを確認しました。',
  ])('ほとんど同じ：%s', (text) => expect(likeness(drafted, text)).toBeGreaterThanOrEqual(same))

  it.each([
    '急須の口が欠けた状態でお届けしていたことは、確認できませんでした。',
    'お届けした急須の口が欠けていたことを、出荷の写真で確認いたしました。',
  ])('直した文：%s', (text) => {
    expect(likeness(drafted, text)).toBeGreaterThanOrEqual(mended)
    expect(likeness(drafted, text)).toBeLessThan(same)
  })

  it.each(['ご連絡を確認いたしました。', '急須について、出荷の記録を調べております。', '', '。'])(
    'ご自身の文：%s',
    (text) => expect(likeness(drafted, text)).toBeLessThan(mended),
  )

  it('向きによらず、0から1のあいだ。空白と改行は数えない', () => {
    const words = fc.string({ unit: fc.constantFrom(...'急須の口が欠けた。 \n') })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const score = likeness(a, b)
        expect(score).toBe(likeness(b, a))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(likeness(a, `${a} \n`)).toBe(likeness(a, a))
      }),
    )
  })
})

it('文は「。」と改行で分かれ、場所は元の文面の場所', () => {
  const text = '森本様\n\n　確かめました。次に、\nお送りします！'
  const found = sentencesIn(text)
  expect(found.map((each) => each.text)).toEqual([
    '森本様',
    '確かめました。',
    '次に、',
    'お送りします！',
  ])
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
    found.map((each) => each.text),
  )
})
