import { describe, expect, it } from 'vitest'
import type { MeasureState } from '#features/complaints/measures/contract.ts'
import { aFact, aMeasure, aPromise, aSource, now } from '../phrasing/factory.ts'
import { besides, measuresNotSo } from './measures.ts'

const words = '箱を閉じる前に、二人で口の内側を確かめる'
const told = (text: string, state: MeasureState | 'withdrawn') => {
  const measure =
    state === 'withdrawn' ? aMeasure(1, { words, state }, 'decided') : aMeasure(1, { words }, state)
  const { record } = aSource({ measures: [measure] })
  return measuresNotSo(text, record).map(({ rule, need }) => `${rule} ${need}`)
}
const done = '11月20日からは、箱を閉じる前に、二人で口の内側を確かめるように改めました。'
const ongoing = '箱を閉じる前に、二人で口の内側を確かめております。'
const decided = '箱を閉じる前に、二人で口の内側を確かめることを決めました。'
const plain = '今後は、箱を閉じる前に二人で口の内側を確かめます。'
const weighed = '箱を閉じる前に、二人で口の内側を確かめることを検討しております。'
const asked = 'なお、箱を閉じる前に、二人で口の内側を確かめるとお聞きになりましたか。'

describe('記録より先へ進んだことは、書けない', () => {
  it.each([
    [weighed, 'considered', []],
    [plain, 'considered', ['measure-undecided change']],
    [decided, 'considered', ['measure-undecided change']],
    [ongoing, 'considered', ['measure-undecided change']],
    [done, 'considered', ['measure-undecided change']],
    [plain, 'decided', []],
    [decided, 'decided', []],
    [weighed, 'decided', []],
    [ongoing, 'decided', ['measure-not-done change']],
    [done, 'decided', ['measure-not-done change']],
    [ongoing, 'underway', []],
    [done, 'underway', ['measure-not-done change']],
    [done, 'done', []],
    [done, 'effective', []],
    [asked, 'considered', []],
    [weighed, 'withdrawn', ['measure-withdrawn change']],
    [plain, 'withdrawn', ['measure-withdrawn change']],
  ] as const)('「%s」（%s）', (text, state, expected) => {
    expect(told(text, state)).toEqual(expected)
  })

  it('取り下げて書き直した対策は、いまの対策として読む', () => {
    const measures = [aMeasure(1, { words, state: 'withdrawn' }), aMeasure(2, { words }, 'done')]
    expect(measuresNotSo(done, aSource({ measures }).record)).toEqual([])
  })

  it('どの文のことか、場所で分かる', () => {
    const { record } = aSource({ measures: [aMeasure(1, { words })] })
    const text = `森本様\n\nお待たせいたしました。${plain}`
    const [found] = measuresNotSo(text, record)
    expect(text.slice(found?.start, found?.end)).toBe(plain)
  })
})

describe('記録にない対策を、済んだと書くとき', () => {
  const letter = `このたびは、欠けた品をお届けし、申し訳ございませんでした。原因は、検品の見落としでございました。新しい品を、本日発送いたしました。`
  const rules = (text: string, more = {}) =>
    measuresNotSo(text, aSource(more).record).map(({ rule, need }) => `${rule} ${need}`)
  const changed = '再発を防ぐため、検品の手順を二人で行うように改めました。'

  it('理由を尋ねる。お客様のために行ったことと、これからのことは尋ねない', () => {
    expect(rules(`${letter}${changed}`)).toEqual(['measure-unrecorded reason'])
    expect(rules(letter)).toEqual([])
    expect(rules(`${letter}今後は、検品を二人で行います。`)).toEqual([])
  })

  it('確認した事実や、果たした約束にあることは尋ねない', () => {
    const fact = aFact(1, '検品の手順を二人で行うように改めた')
    expect(rules(`${letter}${changed}`, { facts: [fact] })).toEqual([])
    const kept = aPromise(2, '検品の手順を二人で行うように改める', now, { state: 'kept' })
    expect(rules(`${letter}${changed}`, { commitments: [kept] })).toEqual([])
  })

  it('不要と決めてあれば、そう言う', () => {
    const noMeasure = { reason: '行き違い', on: '2026-11-20', byName: '大西' }
    const [found] = measuresNotSo(`${letter}${changed}`, aSource({ noMeasure }).record)
    expect(found?.message).toContain('対策は不要と決めています')
  })
})

describe('同じ文のことは、一度だけ言う', () => {
  const at = { start: 0, end: 10, severity: 'error', need: 'change', message: '' } as const
  const fallen = [{ ...at, rule: 'ground-fallen' }]

  it('根拠の落ちた文に、対策の断りを重ねない', () => {
    const found = [
      { ...at, rule: 'measure-undecided' },
      { ...at, rule: 'placeholder' },
    ]
    expect(besides(found, fallen).map(({ rule }) => rule)).toEqual(['placeholder', 'ground-fallen'])
    expect(besides(found, [])).toEqual(found)
  })
})
