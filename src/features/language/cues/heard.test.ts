import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  digestOf,
  heldOutSentences,
  type Labelled,
  sentencesToLearnFrom,
} from '#test/cue-sentences.ts'
import { allSentences, allTables } from './all.table.ts'
import { criticalCues, cueCodes } from './codes.ts'
import { hear } from './heard.ts'
import learnt from './weights.json' with { type: 'json' }

function score(sentences: readonly Labelled[]) {
  const count = { hit: 0, extra: 0, missed: 0 }
  const critical = { hit: 0, missed: 0 }
  for (const { text, speaker, codes } of sentences) {
    const heard = new Set(hear({ speaker, text }).cues.map(({ code }) => code))
    for (const code of heard) count[codes.includes(code) ? 'hit' : 'extra'] += 1
    for (const code of codes) {
      if (!heard.has(code)) count.missed += 1
      if (criticalCues.some((each) => each === code))
        critical[heard.has(code) ? 'hit' : 'missed'] += 1
    }
  }
  return {
    f1: (2 * count.hit) / (2 * count.hit + count.extra + count.missed),
    criticalHeard: critical.hit / (critical.hit + critical.missed),
  }
}

test('表の文から合図を聞き取り、命にかかわるものは聞き逃さない', () => {
  const { f1, criticalHeard } = score(allSentences.filter(({ isHeldOut }) => !isHeldOut))
  expect(f1).toBeGreaterThanOrEqual(0.98)
  expect(criticalHeard).toBe(1)
})

test.each(allTables)('$code: 例の文は、例のとおりに聞こえる', ({ code, carries, carriesNot }) => {
  const isHeard = (text: string) =>
    hear({ speaker: 'customer', text }).cues.some((cue) => cue.code === code)
  expect(carries.filter((text) => !isHeard(text))).toEqual([])
  expect(carriesNot.filter(isHeard)).toEqual([])
})

test('どの合図にも、分けるだけの文がある', () => {
  expect(allTables.map(({ code }) => code)).toEqual([...cueCodes])
  for (const { code, sentences } of allTables) {
    const carrying = sentences.filter(({ codes }) => codes.includes(code)).length
    expect(carrying, code).toBeGreaterThanOrEqual(25)
    expect(sentences.length - carrying, code).toBeGreaterThanOrEqual(15)
  }
})

// Measured when the weights were learnt; they may only rise.
test('学ばなかった文で、聞き取る力が下がらない', () => {
  const { f1, criticalHeard } = score(heldOutSentences())
  expect(f1).toBeGreaterThanOrEqual(0.92)
  expect(criticalHeard).toBeGreaterThanOrEqual(0.95)
})

test('重みは、いまの文から学んだものである', () => {
  expect(learnt.digest, 'npm run learn').toBe(digestOf(sentencesToLearnFrom()))
})

test('学ぶ文と取り置いた文は、重ならない', () => {
  const learntFrom = new Set(sentencesToLearnFrom().map(({ text }) => text))
  expect(heldOutSentences().filter(({ text }) => learntFrom.has(text))).toEqual([])
})

describe('どこを聞いたか', () => {
  const words = (text: string) =>
    hear({ speaker: 'customer', text }).cues.map((cue) => [cue.code, cue.words])

  test('決め手になった言葉を指す', () => {
    const [[code, said]] = words(
      '先週買った炊飯器の件でお電話しました。責任者を出してください。',
    ) as [[string, string]]
    expect(code).toBe('asks_supervisor')
    expect(said).toContain('責任者')
    expect(said).not.toContain('炊飯器')
  })

  test('長い話の途中でも聞き取る', () => {
    const story =
      'このあいだ棚を注文しまして、届いたので組み立てていたんです。説明書のとおりにしました。'
    expect(words(`${story.repeat(4)}責任者を出してください。${story.repeat(4)}`)).toContainEqual([
      'asks_supervisor',
      expect.stringContaining('責任者'),
    ])
  })
})

test('どんな文字列でも倒れず、位置は文の中にある', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { start, end, words } of hear({ speaker: 'customer', text }).cues)
        expect(words).toBe(text.slice(start, end))
    }),
  )
})
