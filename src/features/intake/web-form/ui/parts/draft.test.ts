import { describe, expect, test } from 'vitest'
import { emptyDraft, toSend, understandDraft } from './draft.ts'

describe('お客様のフォームに書かれたもの', () => {
  test('空いている欄は送らず、前後の空白は除く', () => {
    const draft = { ...emptyDraft, id: 'a', words: ' 割れていました\n', phone: ' 090-0000-1101 ' }
    expect(toSend(draft)).toEqual({
      id: 'a',
      words: '割れていました',
      customer: { phone: '090-0000-1101' },
      details: {},
    })
  })

  test('商品や希望は内容の欄に入る', () => {
    const draft = { ...emptyDraft, words: 'x', product: '味噌', expectedOutcome: '交換' }
    expect(toSend(draft).details).toEqual({ product: '味噌', expectedOutcome: '交換' })
  })

  test('前の版で残った書きかけも読め、ない欄は空になる', () => {
    expect(understandDraft({ words: '書きかけ' })).toEqual({ ...emptyDraft, words: '書きかけ' })
  })

  test('書きかけと読めないものは使わない', () => {
    expect(understandDraft(null)).toBeNull()
    expect(understandDraft({ words: 3 })).toBeNull()
  })
})
