import { describe, expect, test } from 'vitest'
import type { Cue } from '#features/language/contract.ts'
import { piecesOf } from './pieces.ts'

const cue = (code: Cue['code'], start: number, end: number): Cue => ({
  code,
  start,
  end,
  words: '',
})

describe('合図のところで文を切る', () => {
  test('合図がなければ一切れのまま', () => {
    expect(piecesOf('こんにちは', [])).toEqual([{ text: 'こんにちは', code: null }])
  })

  test('前後と合図に分かれ、つなぐと元の文になる', () => {
    const text = 'いいから上司を出せよ'
    const pieces = piecesOf(text, [cue('asks_supervisor', 4, 9)])
    expect(pieces.map((piece) => piece.code)).toEqual([null, 'asks_supervisor', null])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })

  test('重なる合図は、先に始まるほうを示し、文字は重ねない', () => {
    const text = '誠意を見せろ上司を出せ'
    const pieces = piecesOf(text, [
      cue('asks_supervisor', 4, 11),
      cue('hints_money', 0, 6),
      cue('anger_high', 2, 5),
    ])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces).toEqual([
      { text: '誠意を見せろ', code: 'hints_money' },
      { text: '上司を出せ', code: 'asks_supervisor' },
    ])
  })

  test('打ち直して短くなった文の外を指す合図は、はみ出さない', () => {
    expect(piecesOf('短い', [cue('insult', 1, 9), cue('anger_high', 5, 9)])).toEqual([
      { text: '短', code: null },
      { text: 'い', code: 'insult' },
    ])
  })
})
