import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clauses, quotations, sentences } from './clauses.ts'
import { original, rewrite } from './mapped-text.ts'
import { normalise } from './normalise.ts'
import { parseNumeral } from './numerals.ts'
import { inUsualLetters } from './usual-letters.ts'

describe('正規化', () => {
  test.each([
    ['ｶﾞｿﾘﾝとﾊﾟｿｺﾝ', 'ガソリンとパソコン'],
    ['１２３ＡＢＣ', '123ABC'],
    ['か゛き゛', 'がぎ'],
    ['カスタマ－センタ―', 'カスタマーセンター'],
    ['03−1234‐5678', '03-1234-5678'],
    ['午前9時～10時', '午前9時〜10時'],
    ['髙橋と山﨑', '高橋と山崎'],
    ['㈱うけとめ①', '(株)うけとめ1'],
    ['が\r\nぎ', 'が\nぎ'],
  ])('「%s」は「%s」', (given, wanted) => expect(normalise(given).text).toBe(wanted))

  test('元の文字に戻れる', () => {
    const given = 'ｶﾞｿﾘﾝ代は㈱が'
    const mapped = normalise(given)
    const at = mapped.text.indexOf('ガソリン')
    const span = original(mapped, at, at + 4)
    expect(given.slice(span.start, span.end)).toBe('ｶﾞｿﾘﾝ')
  })

  test('どんな文字列でも二度目は変わらず、位置は元の文の中', () => {
    const strings = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(strings, (given) => {
        const mapped = normalise(given)
        expect(normalise(mapped.text).text).toBe(mapped.text)
        expect(mapped.starts.length).toBe(mapped.text.length)
        for (const end of mapped.ends) expect(end).toBeLessThanOrEqual(given.length)
      }),
    )
  })
})

describe('綴りの揺れ', () => {
  test.each([
    ['教えて下さーい', '教えてください'],
    ['お詫びして頂きたい', 'お詫びしていただきたい'],
    ['ふざけんなぁぁ', 'ふざけんなあ'],
    ['バカにしてんの', '馬鹿にしてんの'],
    ['ばかり', 'ばかり'],
    ['提出して', '提出して'],
    ['仕事が', '仕事が'],
    ['処分って', '処分って'],
    ['ありがとう', 'ありがとう'],
    ['火ぃつけたろか', '火つけたろか'],
    ['ｶｴﾘﾏｾﾝ。', 'かえりません。'],
    ['スマートフォン。', 'スマートフォン。'],
  ])('「%s」は「%s」', (given, wanted) =>
    expect(inUsualLetters(normalise(given)).text).toBe(wanted),
  )

  test('重ねた書き換えも元の文に戻れる', () => {
    const given = '責任者を出して下さーい!!'
    const mapped = rewrite(inUsualLetters(normalise(given)), /責任者/gu, () => '長')
    const span = original(mapped, 0, mapped.text.indexOf('さい') + 2)
    expect(given.slice(span.start, span.end)).toBe('責任者を出して下さーい')
  })
})

const slices = (text: string, spans: { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end))

describe('文と節', () => {
  test('句点がなくても文に分かれる', () => {
    const text = '電話したんですけど出ませんもう三回目です責任者を出してください'
    expect(slices(text, sentences(text))).toEqual([
      '電話したんですけど出ません',
      'もう三回目です',
      '責任者を出してください',
    ])
  })

  test('節は接続のことばで切れる', () => {
    const text = '対応には感謝しますけど、返金してください'
    expect(slices(text, clauses(text, { start: 0, end: text.length }))).toEqual([
      '対応には感謝しますけど、',
      '返金してください',
    ])
  })

  test('引用を見つける', () => {
    const text = '店員に「帰れ」と言われ『知らない』と'
    expect(slices(text, quotations(text))).toEqual(['帰れ', '知らない'])
  })
})

test.each([
  ['二十三', 23],
  ['一二〇', 120],
  ['十', 10],
  ['三万五千', 35_000],
  ['1,200', 1200],
  ['3万', 30_000],
  ['百二', 102],
  ['あ', undefined],
])('漢数字「%s」', (words, wanted) => expect(parseNumeral(words)).toBe(wanted))
