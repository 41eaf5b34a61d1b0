import { describe, expect, it } from 'vitest'
import type { Ground } from '../drafting/contract.ts'
import type { MeasureState } from '#features/complaints/measures/contract.ts'
import {
  aClause,
  aCue,
  aDemand,
  aFact,
  aMeasure,
  anId,
  anOffer,
  aPromise,
  aSource,
} from './factory.ts'
import { fallOf } from './falls.ts'
import {
  onAgreement,
  onClause,
  onConcern,
  onCue,
  onDemand,
  onDetail,
  onFact,
  onFault,
  onMeasure,
  onNoMeasure,
  onOffer,
  onPromise,
  onReceipt,
} from './grounds.ts'
import type { Source } from './source.ts'

const fact = aFact(1, '口が欠けていた')
const claim = aFact(2, '箱がつぶれていた', { status: 'claimed', attributedTo: null })
const promise = aPromise(3, '原因のご報告', '2026-11-25T17:00:00+09:00')
const agreement = { id: anId(4), words: '交換する', labels: ['交換'] }
const concern = { id: anId(5), words: '残念だ', isSettled: false }
const demand = aDemand(6, '返金して', { answer: 'declined', ground: '規定', alternative: '交換' })
const cue = aCue('insult', 'ばかやろう', 7)
const whole = {
  facts: [fact, claim],
  commitments: [promise],
  offers: [anOffer],
  agreement,
  concerns: [concern],
  demands: [demand],
  cues: [cue],
}
const now = aSource(whole)
const kept = onPromise({ ...promise, state: 'kept' }, now.now)

const none = { reason: '行き違い', on: '2026-11-20', byName: '大西' }
const changes: [what: string, ground: Ground, source: Source, code: string | undefined][] = [
  ['事実がそのまま', onFact(fact), now, undefined],
  ['事実の取り下げ', onFact(fact), withFact({ status: 'withdrawn' }), 'fact-withdrawn'],
  ['事実の言い直し', onFact(fact), withFact({ statement: '口に傷' }), 'fact-changed'],
  [
    '確認できた申告',
    onFact(claim),
    aSource({ facts: [{ ...claim, status: 'confirmed' }] }),
    'fact-confirmed',
  ],
  [
    '当社の行いでない',
    onFault(fact),
    withFact({ attributedTo: 'third-party' }),
    'fact-attribution',
  ],
  ['行いを言わない文', onFact(fact), withFact({ attributedTo: 'third-party' }), undefined],
  [
    '確かめ直した事実',
    onFact(fact),
    aSource({
      facts: [
        { ...fact, status: 'withdrawn' },
        { ...fact, id: anId(9) },
      ],
    }),
    undefined,
  ],
  ['約束がそのまま', onPromise(promise, now.now), now, undefined],
  [
    '期限を過ぎた約束',
    onPromise(promise, now.now),
    aSource(whole, { now: promise.dueAt }),
    'promise-broken',
  ],
  [
    '動いた約束',
    onPromise(promise, now.now),
    withPromise({ dueAt: '2026-11-26T17:00:00+09:00' }),
    'promise-moved',
  ],
  ['果たした約束', onPromise(promise, now.now), withPromise({ state: 'kept' }), 'promise-kept'],
  ['果たしていなかった約束', kept, now, 'promise-reopened'],
  ['取り下げた約束', onPromise(promise, now.now), aSource(), 'promise-withdrawn'],
  [
    'ご提案への承諾',
    onOffer(anOffer),
    aSource({ offers: [{ ...anOffer, answer: 'accepted' }] }),
    undefined,
  ],
  [
    'ご提案へのお断り',
    onOffer(anOffer),
    aSource({ offers: [{ ...anOffer, answer: 'rejected' }] }),
    'offer-rejected',
  ],
  [
    'ご提案の額',
    onOffer(anOffer),
    aSource({ offers: [{ ...anOffer, amountYen: 500 }] }),
    'offer-changed',
  ],
  ['消えたご提案', onOffer(anOffer), aSource(), 'offer-gone'],
  ['合意がそのまま', onAgreement(agreement), now, undefined],
  ['取り消した合意', onAgreement(agreement), aSource(), 'agreement-withdrawn'],
  ['規定がそのまま', onClause(aClause), now, undefined],
  ['使われない規定', onClause(aClause), withClause({ isActive: false }), 'clause-ended'],
  [
    'きのうまでの規定',
    onClause(aClause),
    withClause({ effectiveUntil: '2026-11-23' }),
    'clause-ended',
  ],
  ['消えた規定', onClause(aClause), aSource(whole, { clauses: [] }), 'clause-ended'],
  ['書き直した規定', onClause(aClause), withClause({ clauseText: '返品のみ' }), 'clause-changed'],
  [
    '答えを変えた要望',
    onDemand(demand),
    aSource({ demands: [{ ...demand, answer: 'accepted' }] }),
    'answer-changed',
  ],
  ['消えた言葉', onConcern(concern), aSource(), 'words-changed'],
  [
    '直した品名',
    onDetail('product', now.record),
    aSource({ details: { product: '湯呑み' } }),
    'detail-changed',
  ],
  ['打ち消した合図', onCue(cue), aSource(), 'cue-dismissed'],
  ['決めた対策がそのまま', told('decided'), withMeasure('decided'), undefined],
  ['決めたあと、終わった対策', told('decided'), withMeasure('done'), undefined],
  ['検討のうちに決まった対策', told('considered'), withMeasure('decided'), 'measure-decided'],
  ['検討中のままの対策', told('considered'), withMeasure('considered'), undefined],
  ['検討に戻った対策', told('done'), withMeasure('considered'), 'measure-considered'],
  ['終わっていなかった対策', told('done'), withMeasure('underway'), 'measure-set-back'],
  ['取り下げた対策', told('decided'), aSource({ measures: [aMeasure(8)] }), 'measure-withdrawn'],
  [
    '取り下げと書いた対策',
    told('decided'),
    withMeasure('decided', { state: 'withdrawn' }),
    'measure-withdrawn',
  ],
  [
    '書き直した対策',
    told('decided'),
    withMeasure('decided', { words: '一人で見る' }),
    'measure-changed',
  ],
  [
    '日を直した対策',
    told('decided'),
    withMeasure('decided', {
      steps: [{ state: 'decided', on: '2026-11-01', byName: '大西', words: '' }],
    }),
    'measure-changed',
  ],
  ['不要のまま', onNoMeasure(none), aSource({ noMeasure: none }), undefined],
  ['要ることになった', onNoMeasure(none), aSource(), 'measure-needed'],
  ['受け付けたこと', onReceipt(now.record), aSource({ closing: null }), undefined],
]

function told(state: MeasureState): Ground {
  return onMeasure(aMeasure(7, {}, state), state)
}

function withMeasure(state: MeasureState, change: Partial<ReturnType<typeof aMeasure>> = {}) {
  return aSource({ measures: [aMeasure(7, change, state)] })
}

function withFact(change: Partial<typeof fact>): Source {
  return aSource({ ...whole, facts: [{ ...fact, ...change }] })
}

function withPromise(change: Partial<typeof promise>): Source {
  return aSource({ ...whole, commitments: [{ ...promise, ...change }] })
}

function withClause(change: Partial<typeof aClause>): Source {
  return aSource(whole, { clauses: [{ ...aClause, ...change }] })
}

describe('文の根拠が、いまも記録にあるか', () => {
  it.each(changes)('%s', (_what, ground, source, code) => {
    expect(fallOf(ground, source)?.code).toBe(code)
  })
})
