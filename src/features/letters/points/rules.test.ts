import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import { lint } from '#features/language/door.ts'
import { firmBecause, readingOf, sentenceOf } from './rules.ts'

const fact = (topic: 'cause' | 'harm' | 'how', statement: string): CaseRecord['facts'][number] => ({
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
      readingOf(text, record).points.map(({ point, isSaid, confirmed }) => [
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
    const facts = [
      fact('harm', 'お使いになった方にお怪我はなかった'),
      fact('how', '検品を今後は必ず二人で行う手順に改めた'),
    ]
    const record: CaseRecord = { ...emptyRecord, facts }
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
    [
      'prevention',
      '検品を二人で行う',
      '同じことを起こさないための備えとして、検品を二人で行うことをお知らせいたします。',
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
    expect(readingOf(asking, emptyRecord)).toMatchObject({
      seconds: 15,
      apologies: 1,
      questions: 2,
      longestSentence: 39,
      asksForPoints: true,
    })
  })

  it('一行の返事には、お詫びがあっても要点を求めない', () => {
    const short = '森本様\n\n写真が届かず、申し訳ございません。もう一度お送りください。'
    expect(readingOf(short, emptyRecord).asksForPoints).toBe(false)
    expect(readingOf('承知いたしました。', emptyRecord)).toMatchObject({
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
