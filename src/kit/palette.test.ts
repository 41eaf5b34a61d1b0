import { expect, test } from 'vitest'
import { paletteMatches, type PaletteItem } from './palette.ts'

const item = (name: string, alsoCalled = ''): PaletteItem => ({
  id: name,
  name,
  alsoCalled,
  run: () => undefined,
})
const items = [
  item('受信箱へ移動', 'inbox じゅしんばこ'),
  item('コンパクト表示'),
  item('U26-00012 佐藤 美咲 様'),
]
const named = (typed: string) => paletteMatches(items, typed).map(({ name }) => name)

test('全角半角、大文字小文字、ひらがなカタカナを区別しない', () => {
  expect(named('ＩＮＢＯＸ')).toEqual(['受信箱へ移動'])
  expect(named('ジュシン')).toEqual(['受信箱へ移動'])
  expect(named('こんぱくと')).toEqual(['コンパクト表示'])
  expect(named('ｕ２６')).toEqual(['U26-00012 佐藤 美咲 様'])
})

test('打った言葉のすべてが、どこかに含まれる', () => {
  expect(named('移動 受信')).toEqual(['受信箱へ移動'])
  expect(named('移動 佐藤')).toEqual([])
  expect(named('')).toHaveLength(3)
})
