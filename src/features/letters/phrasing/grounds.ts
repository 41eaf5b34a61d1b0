import type { Fact } from '#features/complaints/contract.ts'
import {
  stepOf,
  type Measure,
  type MeasureState,
  type Unneeded,
} from '#features/complaints/measures/contract.ts'
import type {
  CaseRecord,
  HeardCue,
  RecordedCommitment,
  RecordedDemand,
  RecordedOffer,
} from '#features/complaints/record/contract.ts'
import type { Ground } from '../drafting/contract.ts'
import { stateOf, type Source } from './source.ts'

/** A fact as it was told. */
export function onFact({ id, statement, status }: Fact): Ground {
  return { type: 'fact', id, said: statement, state: status }
}

/** A fact as our own doing: an apology for it falls when it turns out to be somebody else's. */
export function onFault(fact: Fact): Ground {
  return { ...onFact(fact), state: `${fact.status}/${fact.attributedTo}` }
}

/** A promise with its date, and whether it was still to come. */
export function onPromise(promise: RecordedCommitment, now: string): Ground {
  const { commitmentId: id, words, dueAt } = promise
  return {
    type: 'commitment',
    id,
    said: words,
    state: `${stateOf(promise, now)}/${Temporal.Instant.from(dueAt).toString()}`,
  }
}

export function onOffer({ offerId, label, words, amountYen }: RecordedOffer): Ground {
  const state = amountYen === null ? label : `${label}/${amountYen}`
  return { type: 'offer', id: offerId, said: words, state }
}

export function onAgreement({ id, words }: NonNullable<CaseRecord['agreement']>): Ground {
  return { type: 'agreement', id, said: words, state: '' }
}

export function onClause({ id, clause, clauseText }: Source['clauses'][number]): Ground {
  return { type: 'clause', id, said: clauseText || clause, state: clause }
}

export function onDemand({ id, words, answer, ground, alternative }: RecordedDemand): Ground {
  const state = [answer, ground, alternative].map((each) => each ?? '').join('\n')
  return { type: 'demand', id, said: words, state }
}

export function onConcern({ id, words }: CaseRecord['concerns'][number]): Ground {
  return { type: 'concern', id, said: words, state: '' }
}

type Detail = 'product' | 'subject' | 'happenedOn' | 'happenedWhere' | 'harm'

/** What is written about the case in one field. */
export function onDetail(id: Detail, record: CaseRecord): Ground {
  return { type: 'detail', id, said: detailOf(record, id), state: '' }
}

export function detailOf({ details, safety }: CaseRecord, id: string): string {
  if (id === 'harm') return safety ? `${safety.harm} ${safety.words}`.trim() : ''
  if (id === 'product') return details.product ?? ''
  if (id === 'subject') return details.subject ?? ''
  if (id === 'happenedOn') return details.happenedOn ?? ''
  return details.happenedWhere ?? ''
}

export function onCue({ code, sequence, words }: HeardCue): Ground {
  return { type: 'event', id: String(sequence), said: words, state: code }
}

/** A contact plan as it was agreed; it falls when it is lifted, or when another version is agreed. */
export function onPlan({
  sequence,
  windowToldAs,
  reviewOn,
}: NonNullable<CaseRecord['contactPlan']>): Ground {
  return { type: 'plan', id: String(sequence), said: `${windowToldAs} ${reviewOn}`, state: '' }
}

/** A measure as far as it was told to have come, with the day that was told. It may go on from there. */
export function onMeasure(measure: Measure, as: MeasureState): Ground {
  const { on = '', words = '' } = stepOf(measure, as) ?? {}
  return { type: 'measure', id: measure.id, said: measure.words, state: `${as}/${on}/${words}` }
}

/** That nothing has to change. */
export function onNoMeasure({ reason }: Unneeded): Ground {
  return { type: 'measure', id: 'none', said: reason, state: '' }
}

/** That the complaint was received is the first entry of its record. */
export function onReceipt({ ownWords, number }: CaseRecord): Ground {
  return { type: 'event', id: '1', said: ownWords || number, state: '' }
}
