import type { Fact } from '#features/complaints/contract.ts'
import type { Measure, MeasureState } from '#features/complaints/measures/contract.ts'
import type { CaseRecord, HeardCue } from '#features/complaints/record/contract.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import type { Source } from './source.ts'

export const anId = (number: number) =>
  `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

export const now = '2026-11-24T10:00:00+09:00'

export function aFact(number: number, statement: string, more: Partial<Fact> = {}): Fact {
  return {
    id: anId(number),
    topic: 'what',
    statement,
    source: '出荷の記録',
    status: 'confirmed',
    attributedTo: 'us',
    ...more,
  }
}

export function aPromise(
  number: number,
  words: string,
  dueAt: string,
  more: Partial<CaseRecord['commitments'][number]> = {},
): CaseRecord['commitments'][number] {
  return {
    commitmentId: anId(number),
    words,
    dueAt,
    dueOn: dueAt.slice(0, 10),
    precision: 'minute',
    ownerId: anId(900),
    ownerName: '中村',
    madeTo: 'customer',
    state: 'open',
    madeAt: '2026-11-23T10:00:00+09:00',
    ...more,
  }
}

export function aDemand(
  number: number,
  words: string,
  more: Partial<CaseRecord['demands'][number]> = {},
): CaseRecord['demands'][number] {
  return {
    id: anId(number),
    ids: [anId(number)],
    kind: 'other',
    words,
    times: 1,
    answer: null,
    answerWords: null,
    ground: null,
    alternative: null,
    content: null,
    answeredTimes: 0,
    answers: [],
    ...more,
  }
}

export const anOffer: CaseRecord['offers'][number] = {
  offerId: anId(40),
  ruleId: anId(50),
  ruleCode: 'R1',
  kind: 'exchange',
  label: '交換品の発送',
  amountYen: null,
  clause: '3条',
  words: '同じ品をもう一度お送りします',
  feasibility: null,
  answer: 'pending',
  answerWords: null,
}

export const aClause: Source['clauses'][number] = {
  id: anId(50),
  clause: 'お客様対応規定 第3条',
  clauseText: '届いた品に欠けがあるときは、同じ品と取り替える。',
  isActive: true,
}

const days = { decided: '2026-11-18', underway: '2026-11-19', done: '2026-11-20' } as const
const reached = ['decided', 'underway', 'done', 'effective'] as const

/** Considered, or come so far. */
export function aMeasure(
  number: number,
  more: Partial<Measure> = {},
  state: MeasureState = 'considered',
): Measure {
  const steps = reached.slice(0, reached.findIndex((each) => each === state) + 1).map((each) => ({
    state: each,
    on: each === 'effective' ? '2026-11-23' : days[each],
    byName: '品質保証部長 大西',
    words: each === 'effective' ? 'その後の出荷32件に、欠けは1件もない' : '',
  }))
  return {
    id: anId(number),
    words: '箱を閉じる前に、二人で口の内側を確かめる',
    answeringFunction: 'logistics',
    ownerName: '大西',
    fromOn: '2026-11-20',
    dueOn: null,
    state,
    steps,
    changedAt: '2026-11-24T09:30:00+09:00',
    changedByName: '中村',
    ...more,
  }
}

export function aCue(code: HeardCue['code'], words: string, sequence: number): HeardCue {
  return { code, words, start: 0, end: words.length, sequence, speaker: 'customer', at: now }
}

export const base: CaseRecord = {
  ...emptyRecord,
  number: 'U26-00001',
  channel: 'mail',
  ownWords: '昨日届いた急須の口が欠けていました。母への贈り物でしたので、とても残念です。',
  receivedAt: '2026-11-24T09:00:00+09:00',
  customer: { name: '森本 千尋' },
  details: { product: '常滑焼の急須' },
}

export function aSource(record: Partial<CaseRecord> = {}, more: Partial<Source> = {}): Source {
  return { record: { ...base, ...record }, now, promises: [], clauses: [aClause], ...more }
}
