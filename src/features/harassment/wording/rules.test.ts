import { describe, expect, it } from 'vitest'
import { lint } from '#features/language/door.ts'
import { mannerExamples } from '../judging/contract.ts'
import { steps, type Ladder, type Step } from '../ladder/contract.ts'
import { wordsFor } from './rules.ts'

const ladder = (kind: 'call' | 'counter', said: readonly string[] = []): Ladder => ({
  occasion: { kind, key: 'x' },
  taken: said.map((text, index) => ({
    id: String(index),
    step: 'request',
    count: index + 1,
    at: '2026-11-24T01:00:00Z',
    said: text,
    quoted: '',
    byName: '松井',
    decidedByName: '松井',
  })),
  ask: null,
  decidedUpTo: null,
})
const all = (step: Step) =>
  (['call', 'counter'] as const).flatMap((kind) =>
    [null, ...mannerExamples].flatMap((manner) => [
      ...wordsFor(step, ladder(kind), manner, 'ja'),
      ...wordsFor(step, ladder(kind, ['一', '二']), manner, 'ja'),
    ]),
  )

describe('段階の言葉', () => {
  it.each(steps)('%s の言葉に、言葉づかいの指摘がない', (step) => {
    const context = { firm: true }
    const found = [...new Set(all(step))].flatMap((text) =>
      lint({ kind: 'talk', text }, context).findings.map(({ rule, message }) => [
        text,
        rule,
        message,
      ]),
    )
    expect(found).toEqual([])
  })

  it('言った言葉は、うしろへ回る', () => {
    const [first = ''] = wordsFor('request', ladder('call', ['x']), 'insult', 'ja')
    expect(wordsFor('request', ladder('call', [first]), 'insult', 'ja')[0]).not.toBe(first)
  })

  it('何をやめてほしいか、何回目かを言う', () => {
    const [again = ''] = wordsFor('request', ladder('call', ['x']), 'insult', 'ja')
    expect(again).toContain('2回目')
    expect(again).toContain('人を傷つけるお言葉')
  })

  it('電話では引き取りを、窓口では電話を、言わない', () => {
    const words = (kind: 'call' | 'counter') =>
      steps.flatMap((step) => wordsFor(step, ladder(kind), 'shouting', 'ja')).join()
    expect(words('call')).not.toMatch(/お引き取りください|退去/)
    expect(words('counter')).not.toContain('お電話')
  })
})
