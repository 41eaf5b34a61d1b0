import { describe, expect, it } from 'vitest'
import {
  addWords,
  nothingKept,
  stillWaiting,
  understandKept,
  unsentText,
  withoutWords,
} from './kept.ts'

const opening = {
  id: '00000000-0000-7000-8000-000000000001',
  token: 'a'.repeat(64),
  words: 'はじめ',
  customer: {},
}

describe('この端末に残るもの', () => {
  it('書いた順に待ち、届いたものだけが消える', () => {
    const two = addWords(addWords(nothingKept, '一つめ'), '二つめ')
    expect(two.outbox.map(({ text }) => text)).toEqual(['一つめ', '二つめ'])
    const left = withoutWords(two, two.outbox[0]?.id ?? '')
    expect(left.outbox.map(({ text }) => text)).toEqual(['二つめ'])
  })

  it('返事だけが失われた言葉は、届いた会話に見つかれば二つに見えない', () => {
    const one = addWords(nothingKept, '一つめ')
    const id = one.outbox[0]?.id ?? ''
    expect(stillWaiting(one, [{ id }])).toEqual([])
    expect(stillWaiting(one, [{ id: 'ほかの言葉' }])).toHaveLength(1)
  })

  it('届かなかったものは、まとめて書き直せる', () => {
    expect(unsentText({ ...addWords(nothingKept, '続き'), opening })).toBe('はじめ\n続き')
    expect(unsentText(nothingKept)).toBe('')
  })

  it.each([
    ['読めるもの', { ...nothingKept, token: 'x' }, true],
    ['壊れたもの', { token: 3 }, false],
    ['何もない', null, false],
  ])('%sを読み分ける', (_, value, isRead) => {
    expect(understandKept(value) !== null).toBe(isRead)
  })
})
