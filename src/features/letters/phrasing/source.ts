import type { Commitment } from '#features/commitments/contract.ts'
import type { Fact } from '#features/complaints/contract.ts'
import type { CaseRecord, RecordedCommitment } from '#features/complaints/record/contract.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import type { Drafted, Lack } from '../drafting/contract.ts'
import type { Sentence } from './sentences.ts'

/** All that a draft is made from, and that a sentence is held against later. `now`: ISO instant. */
export type Source = {
  readonly record: CaseRecord
  readonly now: string
  /** From the ledger, which knows the dates that were moved. */
  readonly promises: readonly Pick<Commitment, 'id' | 'renegotiations'>[]
  /** The table in force. */
  readonly clauses: readonly Pick<
    RemedyRule,
    'id' | 'clause' | 'clauseText' | 'isActive' | 'effectiveFrom' | 'effectiveUntil'
  >[]
}

/** What a kind of letter says: paragraphs of sentences, and what the record did not hold for it. */
export type Content = {
  readonly subject: string
  readonly paragraphs: readonly (readonly Sentence[])[]
  readonly lacks: readonly Lack[]
  readonly timeline?: Drafted['timeline']
}

const confirmed = ({ status }: Fact) => status === 'confirmed'

/** What went wrong by our doing, without why and what came of it. */
export function oursIn({ facts }: CaseRecord): Fact[] {
  return facts.filter((fact) => confirmed(fact) && fact.attributedTo === 'us' && !isApart(fact))
}

/** Confirmed, and told nowhere else in a letter. What the customer did is not held against them. */
export function othersIn({ facts }: CaseRecord): Fact[] {
  return facts.filter(
    (fact) =>
      confirmed(fact) &&
      fact.attributedTo !== 'us' &&
      fact.attributedTo !== 'customer' &&
      !isApart(fact),
  )
}

export function causesIn({ facts }: CaseRecord): Fact[] {
  return facts.filter(
    (fact) => confirmed(fact) && fact.topic === 'cause' && fact.attributedTo !== 'customer',
  )
}

export function harmsIn({ facts }: CaseRecord): Fact[] {
  return facts.filter((fact) => confirmed(fact) && fact.topic === 'harm')
}

/** Said by somebody, confirmed by nobody. */
export function claimsIn({ facts }: CaseRecord): Fact[] {
  return facts.filter(({ status }) => status === 'claimed')
}

function isApart({ topic }: Fact): boolean {
  return topic === 'cause' || topic === 'harm'
}

/** A promise is broken at the instant of its date, also before the timer has said so. */
export function stateOf(
  { state, dueAt }: Pick<RecordedCommitment, 'state' | 'dueAt'>,
  now: string,
): RecordedCommitment['state'] {
  if (state !== 'open') return state
  return Temporal.Instant.compare(dueAt, now) <= 0 ? 'broken' : 'open'
}

/** What the customer was told, next due first. */
export function promisesIn(
  { record, now }: Pick<Source, 'record' | 'now'>,
  state: RecordedCommitment['state'],
): RecordedCommitment[] {
  return record.commitments
    .filter((each) => each.madeTo === 'customer' && stateOf(each, now) === state)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

/** Offers that the customer has not turned down; none once they have agreed to something. */
export function offersIn(record: CaseRecord): CaseRecord['offers'] {
  return record.agreement ? [] : record.offers.filter(({ answer }) => answer !== 'rejected')
}
