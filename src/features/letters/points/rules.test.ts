import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import { lint } from '#features/language/door.ts'
import { aMeasure, now } from '../phrasing/factory.ts'
import { firmBecause, readingOf, sentenceOf } from './rules.ts'

const fact = (topic: 'cause' | 'harm', statement: string): CaseRecord['facts'][number] => ({
  id: '00000000-0000-7000-8000-000000000001',
  topic,
  statement,
  status: 'confirmed',
  source: '出荷の記録',
  attributedTo: 'us',
})
const cue = (code: 'insult' | 'threat_harm' | 'customer_crisis'): CaseRecord['cues'][number] => ({
  code,
  start: 0,
  end: 2,
  words: 'ばか',
  at: '2026-11-24T01:00:00Z',
  sequence: 2,
  speaker: 'customer',
})

const letter = [
  '森本様',
  'このたびは、急須の口が欠けた品をお届けし、誠に申し訳ございませんでした。',
  '出荷前の検品で、欠けを見落としたことが原因でございます。',
  '母上への贈り物として、お使いいただくことができず、残念な思いをおかけしました。',
  '新しい品を、本日発送いたしました。',
  '今後は、検品を二人で行います。',
].join('\n')

describe('四つの要点を、文面と記録の両方で見る', () => {
  const points = (text: string, record: CaseRecord) =>
    Object.fromEntries(
      readingOf(text, record, now).points.map(({ point, isSaid, confirmed }) => [
        point,
        [isSaid, confirmed !== null],
      ]),
    )

  it('書いてあり、記録が空なら、確かめられていないと分かる', () => {
    expect(points(letter, emptyRecord)).toEqual({
      cause: [true, false],
      impact: [true, false],
      response: [true, false],
      prevention: [true, false],
    })
  })

  it('記録で確かめた言葉は、文になって待っている', () => {
    const facts = [fact('harm', 'お使いになった方にお怪我はなかった')]
    const record: CaseRecord = { ...emptyRecord, facts, measures: [aMeasure(1, {}, 'decided')] }
    const text = '森本様\n\nお申し出の件を確かめております。'
    expect(points(text, record)).toMatchObject({
      cause: [false, false],
      impact: [false, true],
      response: [false, false],
      prevention: [false, true],
    })
  })

  it('お客様のお話のままのことと、返事を待つ案は、確かめたことに数えない', () => {
    const claimed = { ...fact('harm', '指を切った'), status: 'claimed' as const }
    expect(points(letter, { ...emptyRecord, facts: [claimed] })).toMatchObject({
      impact: [true, false],
      response: [true, false],
    })
  })
})

describe('今後の対策は、記録にあるものだけを書いたことに数える', () => {
  const twoLook = { words: '検品を二人で行う' }
  const prevention = (text: string, record: Partial<CaseRecord>) =>
    readingOf(text, { ...emptyRecord, ...record }, now).points.at(-1)

  it('記録に対策がなければ、書いてあっても裏付けがない', () => {
    expect(prevention(letter, {})).toMatchObject({
      isSaid: true,
      isBacked: false,
      confirmed: null,
      measures: 'none',
    })
  })

  it('決めた対策が、その言葉で書いてあれば、裏付けがある', () => {
    const decided = prevention(letter, { measures: [aMeasure(1, twoLook, 'decided')] })
    expect(decided).toMatchObject({ isSaid: true, isBacked: true, measures: 'decided' })
    const other = { words: '緩衝材を三枚に増やして箱に入れる' }
    expect(prevention(letter, { measures: [aMeasure(1, other, 'decided')] })).toMatchObject({
      isBacked: false,
      confirmed:
        '同じことが起きないよう、11月18日に、緩衝材を三枚に増やして箱に入れることを決めました。',
    })
  })

  it('検討中の対策は、裏付けにならない', () => {
    expect(prevention(letter, { measures: [aMeasure(1, twoLook)] })).toMatchObject({
      isBacked: false,
      confirmed: null,
      measures: 'considered',
    })
  })

  it('不要と決めたことは、そう伝わる', () => {
    const noMeasure = { reason: '行き違い', on: '2026-11-20', byName: '大西' }
    expect(prevention(letter, { noMeasure })?.measures).toBe('unneeded')
  })
})

describe('記録の言葉は、終わり方に合わせて文になる', () => {
  it.each([
    ['cause', '検品の見落とし', '原因は、検品の見落としでございました。'],
    [
      'cause',
      '検品で欠けを見落とした',
      '原因をお調べしましたところ、検品で欠けを見落としたことが分かりました。',
    ],
    ['cause', '検品で欠けを見落としておりました。', '検品で欠けを見落としておりました。'],
    ['cause', '箱の取り違い', '原因は、箱の取り違いでございました。'],
    ['impact', '同じ箱の二点', '影響は、同じ箱の二点でございました。'],
    [
      'response',
      '新しい品との交換',
      '対応といたしまして、新しい品との交換の手配を進めております。',
    ],
  ] as const)('%s：%s', (point, words, sentence) => {
    expect(sentenceOf(point, words)).toBe(sentence)
    const found = lint({ kind: 'mail', text: sentence }, { remedyApproved: true })
    expect(found.findings).toEqual([])
  })
})

describe('読みごこち', () => {
  it('長さ、お詫びの数、お尋ねの数、いちばん長い一文を数える', () => {
    const asking = `${letter}\n日にちをお教えいただけますでしょうか。写真はございますか。`
    expect(readingOf(asking, emptyRecord, now)).toMatchObject({
      seconds: 15,
      apologies: 1,
      questions: 2,
      longestSentence: 39,
      asksForPoints: true,
    })
  })

  it('一行の返事には、お詫びがあっても要点を求めない', () => {
    const short = '森本様\n\n写真が届かず、申し訳ございません。もう一度お送りください。'
    expect(readingOf(short, emptyRecord, now).asksForPoints).toBe(false)
    expect(readingOf('承知いたしました。', emptyRecord, now)).toMatchObject({
      asksForPoints: false,
      seconds: 5,
    })
  })
})

describe('きっぱり断ってよい件', () => {
  it('危害を告げる言葉は一度、人を傷つける言葉は二度めから', () => {
    expect(firmBecause({ cues: [cue('insult')] })).toEqual([])
    expect(firmBecause({ cues: [cue('insult'), cue('threat_harm'), cue('insult')] })).toEqual([
      { cue: 'threat_harm', times: 1 },
      { cue: 'insult', times: 2 },
    ])
  })

  it('命のことが聞こえたら、きっぱりとは言わない', () => {
    expect(firmBecause({ cues: [cue('threat_harm'), cue('customer_crisis')] })).toEqual([])
  })
})
