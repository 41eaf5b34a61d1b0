import { expect, test } from 'vitest'
import { excerptOf } from './rules.ts'

test('抜粋は読む人の数え方で切り、空白を一つにまとめる', () => {
  expect(excerptOf('  皿が\n\n 欠けて  いた ', 40)).toBe('皿が 欠けて いた')
  expect(excerptOf('あ'.repeat(40), 40)).toBe('あ'.repeat(40))
  expect(excerptOf('あ'.repeat(41), 40)).toBe(`${'あ'.repeat(39)}…`)
})

test('二つの単位で書く字も一字と数え、途中で切らない', () => {
  expect(excerptOf('𠮷'.repeat(40), 40)).toBe('𠮷'.repeat(40))
  for (const begun of ['', 'あ'])
    expect(excerptOf(begun + '𠮷'.repeat(60), 40)).toBe(
      `${begun}${'𠮷'.repeat(39 - begun.length)}…`,
    )
})
