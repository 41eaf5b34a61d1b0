import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnsOf, foldLines } from './fold.ts'

it('全角は二つ、半角は一つと数える', () => {
  expect([columnsOf('お茶'), columnsOf('tea'), columnsOf('ｱｲ'), columnsOf('急須3個')]).toEqual([
    4, 3, 2, 7,
  ])
})

it('短い行と、書いた人の改行はそのまま残る', () => {
  const text = '森本様\n\nお世話になっております。\r\n静かに待ちます。'
  expect(foldLines(text)).toBe('森本様\n\nお世話になっております。\n静かに待ちます。')
})

it('句読点は行の頭に来ず、起こしのかぎは行の終わりに来ない', () => {
  const text = `${'あ'.repeat(9)}、${'い'.repeat(8)}「${'う'.repeat(9)}」。${'え'.repeat(12)}`
  for (const line of foldLines(text, 10).split('\n')) {
    expect(line).not.toMatch(/^[、。」]/u)
    expect(line).not.toMatch(/「$/u)
  }
})

it('URL、電話番号、英単語は途中で切れない', () => {
  const url = 'https://www.example.co.jp/orders/2026/11/24?number=12345678901234567890'
  const text = `詳しくは${url}をご覧いただくか、03-0000-1234までお電話ください。Uketomeの担当が伺います。`
  const lines = foldLines(text, 10).split('\n')
  expect(lines.some((line) => line.includes(url))).toBe(true)
  expect(lines.some((line) => line.includes('03-0000-1234'))).toBe(true)
  expect(lines.some((line) => line.includes('Uketome'))).toBe(true)
})

it('引用の行は折り返さない', () => {
  const quoted = `> ${'長い引用の行です。'.repeat(12)}`
  expect(foldLines(quoted)).toBe(quoted)
})

it('折り返しは文字を失わず、切れるところのある行は幅に収まる', () => {
  const letters = fc.constantFrom(...'あいうえおかきくけこ漢字茶葉。、「」（）ーっゃ0123abc-/')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 200 }), (drawn) => {
      const text = drawn.join('')
      expect(foldLines(text).replaceAll('\n', '')).toBe(text)
    }),
  )
  const plain = 'お申し出の急須について、倉庫と配送の記録を確かめております。'.repeat(5)
  for (const line of foldLines(plain).split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(78)
})
