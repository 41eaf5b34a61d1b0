import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { lint } from '#features/language/door.ts'
import { contextOf } from '../gate/rules.ts'
import { draftKinds, type Drafted } from '../drafting/contract.ts'
import { draftOf } from './draft.ts'
import { aCue, aDemand, aFact, aMeasure, anId, anOffer, aPromise, aSource, now } from './factory.ts'
import { kinds } from './kinds.ts'
import type { Source } from './source.ts'

const chipped = aFact(1, '急須の口が欠けた状態でお届けしていた')
const overlooked = aFact(2, '出荷前の検品で口の内側を見ていなかった', { topic: 'cause' })
const gift = aFact(3, 'お母様への贈り物に間に合わなかった', { topic: 'harm' })
const claimed = aFact(4, '箱がつぶれていた', { status: 'claimed', attributedTo: null })
const carried = aFact(5, '配送中の箱に傷があった', { attributedTo: 'third-party' })
const tomorrow = aPromise(20, '原因のご報告', '2026-11-25T17:00:00+09:00')
const friday = aPromise(21, '交換品の発送', '2026-11-27T12:00:00+09:00', { precision: 'day' })
const passed = aPromise(22, '折り返しのご連絡', '2026-11-23T17:00:00+09:00')
const concern = { id: anId(30), words: '贈り物だったのに残念だ', isSettled: false }
const agreement = { id: anId(41), words: '交換品を11月27日（金）に発送する', labels: ['交換'] }
const accepted = aDemand(60, '取り替えてほしい', {
  kind: 'exchange',
  answer: 'accepted',
  answerWords: '取り替えます',
})
const declined = aDemand(61, '慰謝料を払ってほしい', {
  kind: 'compensation',
  answer: 'declined',
  answerWords: 'お受けいたしかねます',
  ground: '当社の規定では、品の取り替えまでとしているため',
  alternative: '同じ品を、傷のないものと確かめてからお送りします',
})
const second = { words: '緩衝材を三枚に増やす' }
const cues = [aCue('insult', 'ばかやろう', 4), aCue('threat_harm', '殴りに行くぞ', 6)]

const records: Record<string, Partial<CaseRecord>> = {
  何も分からない: {},
  品も件名もない: { details: {} },
  件名だけ: { details: { subject: '急須の口が欠けていました。' } },
  申告だけ: { facts: [claimed], concerns: [concern] },
  当社のこと: { facts: [chipped], concerns: [concern] },
  原因まで: { facts: [chipped, overlooked, gift], concerns: [concern], commitments: [tomorrow] },
  原因だけ: { facts: [overlooked, aFact(6, '検品表に欄がない', { topic: 'cause' })] },
  二つの事実: {
    facts: [chipped, aFact(7, 'お届けが一日遅れた'), carried, claimed],
    commitments: [tomorrow, friday],
  },
  破れた約束: { facts: [chipped], commitments: [passed] },
  破れた約束と次: { commitments: [passed, friday] },
  ご提案: { facts: [chipped], offers: [anOffer] },
  合意: {
    facts: [chipped, overlooked],
    agreement,
    commitments: [friday, { ...tomorrow, state: 'kept' }],
    demands: [accepted],
  },
  一部: { facts: [chipped, overlooked], demands: [accepted, declined], commitments: [friday] },
  お断り: { facts: [carried], demands: [declined] },
  根拠のないお断り: {
    demands: [aDemand(62, '今日中に来い', { kind: 'visit', answer: 'declined' })],
  },
  言動: { cues, demands: [declined], facts: [claimed] },
  検討中の対策: { facts: [chipped, overlooked], measures: [aMeasure(90)] },
  二つの検討: { facts: [chipped], measures: [aMeasure(90), aMeasure(91, second)] },
  決めた対策: { facts: [chipped, overlooked, gift], measures: [aMeasure(90, {}, 'decided')] },
  始めた対策: { facts: [chipped, overlooked], measures: [aMeasure(90, {}, 'underway')] },
  改めた手順: {
    facts: [chipped, overlooked],
    agreement,
    commitments: [friday],
    measures: [aMeasure(90, {}, 'done')],
  },
  効いた対策: { facts: [chipped, overlooked], measures: [aMeasure(90, {}, 'effective')] },
  名詞の対策: {
    facts: [chipped, overlooked],
    measures: [aMeasure(90, { words: '出荷前の二重の点検' }, 'done')],
  },
  話し言葉の対策: {
    facts: [chipped, overlooked],
    measures: [aMeasure(90, { words: '出荷の前に、二人で見ます。' }, 'decided')],
  },
  いくつもの対策: {
    facts: [chipped, overlooked],
    demands: [accepted],
    measures: [
      aMeasure(90, {}, 'effective'),
      aMeasure(91, second, 'done'),
      aMeasure(92, { words: '梱包の手順書を作り直す' }, 'decided'),
      aMeasure(93, { words: '入荷の検査を増やす' }),
    ],
  },
  対策は不要: {
    facts: [chipped, overlooked],
    agreement,
    commitments: [friday],
    noMeasure: { reason: 'お取り違えで、手順に直すところがない', on: '2026-11-20', byName: '大西' },
  },
  口コミ: { channel: 'review', facts: [aFact(8, 'ご案内が長くお待たせになった')], details: {} },
  口コミで何も: { channel: 'review', details: { product: '常滑焼の急須' } },
  事故: {
    isSafety: true,
    facts: [gift, claimed],
    safety: { harm: 'injured', words: '指を切った', sequence: 3 },
  },
}

const renegotiations = [
  {
    at: now,
    previousDueAt: '2026-11-24T12:00:00+09:00',
    dueAt: '2026-11-25T17:00:00+09:00',
    reason: '窯元での調べに、もう一日かかる',
    alternative: '途中までの結果を、先にお伝えする',
    toldBy: '中村',
    wasBroken: false,
  },
]
const moved: Source['promises'] = [{ id: tomorrow.commitmentId, renegotiations }]

/** The same record after some letters: the wording changes. */
const rounds = 3
const said = (texts: readonly string[]): CaseRecord['notes'] =>
  texts.map((text) => ({
    speaker: 'operator',
    text,
    at: now,
    byName: '中村',
    callId: null,
    isTranscribed: false,
    sequence: 2,
  }))

const table = Object.entries(records).flatMap(([name, record]) =>
  draftKinds
    .filter((kind) => kinds[kind].whyNot(aSource(record)) === null)
    .map((kind) => [name, kind] as const),
)

/** A point that the record lacks has a blank: the judge may say that it is missing. */
const lacking = (draft: Drafted) =>
  draft.lacks.flatMap((lack) => {
    if (lack === 'response') return ['missing-response']
    return lack === 'reason' ? ['flat-refusal', 'missing-cause'] : []
  })

function findingsIn(draft: Drafted, { record }: Source) {
  const { text, way, kind } = draft
  const context = { ...contextOf(record, now), firm: kind === 'warning' }
  const as = { mail: 'mail', paper: 'letter', inside: 'talk', public: 'public-reply' } as const
  const { findings } = lint({ kind: as[way], text }, context, [], japaneseOfficeCalendar)
  return (
    findings
      .filter(({ rule }) => !lacking(draft).includes(rule))
      // It was decided that nothing has to change.
      .filter(({ rule }) => rule !== 'missing-prevention' || !record.noMeasure)
      // What is filled in is not counted yet.
      .filter(
        ({ rule }) => rule !== 'long-cause' || draft.sentences.every(({ isBlank }) => !isBlank),
      )
      .map(
        ({ rule, severity, start, end, message }) =>
          `${rule} ${severity}「${text.slice(start, end)}」${message}`,
      )
  )
}

describe('どの記録から作っても、私たちの言葉づかいの決まりに触れない', () => {
  it.each(table)('%s：%s', (name, kind) => {
    const texts: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      const source = aSource({ ...records[name], notes: said(texts) }, { promises: moved })
      const draft = draftOf(kind, source)
      expect(findingsIn(draft, source), draft.text).toEqual([])
      texts.push(draft.text)
    }
  })
})
