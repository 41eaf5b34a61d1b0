import { expect, test } from 'vitest'
import { foldVariants } from './variants.ts'

test.each([
  ['髙橋', '高橋'],
  ['山﨑', '山崎'],
  ['齋藤', '斉藤'],
  ['齊藤', '斉藤'],
  ['斎藤', '斉藤'],
  ['渡邊と渡邉', '渡辺と渡辺'],
  ['中嶋', '中島'],
  ['𠮷野家', '吉野家'],
  ['返金', '返金'],
])('「%s」は「%s」として探す', (written, folded) => {
  expect(foldVariants(written)).toBe(folded)
})

test('折りたたんだ字は、もう一度折りたたんでも変わらない', () => {
  const names = '髙﨑齋齊斎邊邉嶋嶌冨𠮷曾舘龍萬圓籔藪侭'
  expect(foldVariants(foldVariants(names))).toBe(foldVariants(names))
})
