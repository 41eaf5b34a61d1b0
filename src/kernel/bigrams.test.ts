import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queryTerms, searchTerms } from './bigrams.ts'

/** What the database does with the terms: all must be there. */
function finds(query: string, text: string): boolean {
  const [wanted, there] = [queryTerms(query), searchTerms(text)]
  const isIn = (terms: readonly string[]) => (sought: string) => terms.includes(sought)
  return wanted.grams.every(isIn(there.grams)) && wanted.words.every(isIn(there.words))
}

const complaint =
  '髙橋です。３０，０００円のﾊﾞｯｸﾞをUK-2026-000123で注文しましたが、未だに返金がありません。電話は０３－１２３４－５６７８、メールは Taro.Yamada@example.com です。'

describe('見出し語', () => {
  test('日本語は二文字ずつと一文字ずつ', () => {
    const grams = ['返金', '金希', '希望', '返', '金', '希', '望']
    expect(searchTerms('返金希望')).toEqual({ grams, words: [] })
  })

  test('一文字だけの続きは、その一文字', () => {
    expect(searchTerms('A液')).toEqual({ grams: ['液'], words: ['a'] })
  })

  test('英数字は語のまま、番号はつないだ形でも拾う', () => {
    expect(searchTerms('型番AB-12、e-mail').words).toEqual(['ab', '12', 'ab12', 'e', 'mail'])
  })

  test('同じ語は一度だけ', () => {
    expect(searchTerms('返金 返金')).toEqual({ grams: ['返金', '返', '金'], words: [] })
  })

  test('記号だけの文には何もない', () => {
    expect(searchTerms('。！？ ——')).toEqual({ grams: [], words: [] })
    expect(queryTerms('。')).toEqual({ grams: [], words: [] })
  })

  test('基本面の外の漢字を半分に割らない', () => {
    expect(searchTerms('𩸽定食').grams).toEqual(['𩸽定', '定食', '𩸽', '定', '食'])
  })
})

describe('探すとき', () => {
  test('一文字ならその字、二文字からは二文字ずつ、英数字は語のまま', () => {
    expect(queryTerms('金')).toEqual({ grams: ['金'], words: [] })
    expect(queryTerms('返金 AB')).toEqual({ grams: ['返金'], words: ['ab'] })
  })

  test.each([
    '返金',
    '返',
    '金',
    '高橋',
    '髙橋',
    'バッグ',
    'ばっぐ',
    '30000円',
    '30,000円',
    'uk-2026-000123',
    'UK2026000123',
    '000123',
    '03-1234-5678',
    '0312345678',
    '５６７８',
    'taro.yamada@example.com',
    '返金 バッグ',
  ])('「%s」で見つかる', (query) => {
    expect(finds(query, complaint)).toBe(true)
  })

  test.each(['返品', '鈴木', '23', '3000円', 'yama', '返金 返品'])(
    '「%s」では見つからない',
    (query) => {
      expect(finds(query, complaint)).toBe(false)
    },
  )

  test('日本語のどの一部分で探しても、その文が見つかる', () => {
    const letters = fc.constantFrom(...'返金が遅い、髙橋様。サーバーﾃﾞｽ齋𩸽 \n')
    const sentence = fc.array(letters, { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(sentence, fc.nat(), fc.nat(), (text, a, b) => {
        const [from, length] = [a % text.length, 1 + (b % 6)]
        const part = text.slice(from, from + length).join('')
        // A voice mark belongs to the kana before it: the two are one letter, and nobody types half of it.
        fc.pre(!part.startsWith('ﾞ') && text[from + length] !== 'ﾞ')
        expect(finds(part, text.join(''))).toBe(true)
      }),
    )
  })

  test('どんな文字列でも落ちず、その文自身で見つかる', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(finds(text, text)).toBe(true)
      }),
    )
  })
})
