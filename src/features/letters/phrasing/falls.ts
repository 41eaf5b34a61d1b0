import { tokyoDay } from '#kernel/tokyo.ts'
import type { Fact } from '#features/complaints/contract.ts'
import { isDecided, measureState, rankOf } from '#features/complaints/measures/contract.ts'
import type { Fall, FallCode, Ground, GroundType } from '../drafting/contract.ts'
import { detailOf, onDemand, onMeasure, onOffer, onPromise } from './grounds.ts'
import type { Source } from './source.ts'

/** What became of a ground since, or null: it stands. */
export function fallOf(ground: Ground, source: Source): Fall | null {
  const { code, now = null } = checks[ground.type](ground, source)
  return code === null ? null : { code, ground, now }
}

type Seen = { readonly code: FallCode | null; readonly now?: string | null }
const stands: Seen = { code: null }

const checks: Readonly<Record<GroundType, (ground: Ground, source: Source) => Seen>> = {
  fact: ofFact,
  commitment: ofPromise,
  offer: ofOffer,
  agreement: ofAgreement,
  clause: ofClause,
  demand: ofDemand,
  concern: ofConcern,
  detail: ofDetail,
  event: ofEvent,
  plan: ofPlan,
  measure: ofMeasure,
}

function ofFact({ id, said, state }: Ground, { record }: Source): Seen {
  const [status, attributedTo] = state.split('/')
  const isOthers = (each: Fact) =>
    attributedTo !== undefined && attributedTo !== String(each.attributedTo)
  // What was withdrawn comes back as another fact.
  const isSame = (each: Fact) =>
    each.statement === said && each.status === status && !isOthers(each)
  if (record.facts.some(isSame)) return stands
  const fact = record.facts.find((each) => each.id === id)
  if (!fact || fact.status === 'withdrawn') return { code: 'fact-withdrawn' }
  const now = fact.statement
  if (now !== said) return { code: 'fact-changed', now }
  if (status === 'claimed' && fact.status === 'confirmed') return { code: 'fact-confirmed', now }
  if (isOthers(fact)) return { code: 'fact-attribution', now }
  return { code: 'fact-withdrawn', now }
}

function ofPromise({ id, state }: Ground, { record, now: at }: Source): Seen {
  const promise = record.commitments.find(({ commitmentId }) => commitmentId === id)
  if (!promise) return { code: 'promise-withdrawn' }
  const today = onPromise(promise, at).state
  if (today === state) return stands
  const [before, dueBefore] = state.split('/')
  const [after, dueAfter = ''] = today.split('/')
  if (dueBefore !== dueAfter) return { code: 'promise-moved', now: dueAfter }
  if (after === 'kept') return { code: 'promise-kept', now: promise.words }
  const code = before === 'kept' ? 'promise-reopened' : 'promise-broken'
  return { code, now: promise.words }
}

function ofOffer({ id, said, state }: Ground, { record }: Source): Seen {
  const offer = record.offers.find(({ offerId }) => offerId === id)
  if (!offer) return { code: 'offer-gone' }
  if (offer.answer === 'rejected') return { code: 'offer-rejected', now: offer.answerWords }
  const today = onOffer(offer)
  return today.said === said && today.state === state
    ? stands
    : { code: 'offer-changed', now: today.said }
}

function ofAgreement({ id, said }: Ground, { record: { agreement } }: Source): Seen {
  if (agreement?.id !== id) return { code: 'agreement-withdrawn', now: agreement?.words ?? null }
  return agreement.words === said ? stands : { code: 'agreement-changed', now: agreement.words }
}

function ofClause({ id, said, state }: Ground, { clauses, now }: Source): Seen {
  const today = tokyoDay(Temporal.Instant.from(now)).toString()
  const clause = clauses.find((each) => each.id === id)
  const isInForce =
    clause?.isActive === true &&
    (clause.effectiveFrom ?? today) <= today &&
    today <= (clause.effectiveUntil ?? today)
  if (!isInForce) return { code: 'clause-ended' }
  const words = clause.clauseText || clause.clause
  return words === said && clause.clause === state ? stands : { code: 'clause-changed', now: words }
}

function ofDemand({ id, said, state }: Ground, { record }: Source): Seen {
  const demand = record.demands.find((each) => each.ids.includes(id))
  if (!demand) return { code: 'words-changed' }
  if (onDemand(demand).state !== state) return { code: 'answer-changed', now: demand.answerWords }
  return demand.words === said ? stands : { code: 'words-changed', now: demand.words }
}

function ofConcern({ id, said }: Ground, { record }: Source): Seen {
  const concern = record.concerns.find((each) => each.id === id)
  if (concern?.words === said) return stands
  return { code: 'words-changed', now: concern?.words ?? null }
}

function ofDetail({ id, said }: Ground, { record }: Source): Seen {
  const now = detailOf(record, id)
  return now === said ? stands : { code: 'detail-changed', now: now === '' ? null : now }
}

/** What happened stays; only what was heard in it may have been waved away as misheard. */
function ofEvent({ id, state }: Ground, { record }: Source): Seen {
  if (state === '') return stands
  const isHeard = record.cues.some(
    ({ code, sequence }) => code === state && String(sequence) === id,
  )
  return isHeard ? stands : { code: 'cue-dismissed' }
}

function ofPlan({ id }: Ground, { record: { contactPlan } }: Source): Seen {
  if (contactPlan === null) return { code: 'plan-lifted' }
  return String(contactPlan.sequence) === id ? stands : { code: 'plan-changed' }
}

/** What was told of it may have come further since; it may not have gone back. */
function ofMeasure(ground: Ground, { record: { measures, noMeasure } }: Source): Seen {
  const { id, said, state } = ground
  if (id === 'none') {
    if (noMeasure?.reason === said) return stands
    return { code: 'measure-needed', now: noMeasure?.reason ?? null }
  }
  const measure = measures.find((each) => each.id === id)
  if (!measure || measure.state === 'withdrawn') return { code: 'measure-withdrawn' }
  const now = measure.words
  if (now !== said) return { code: 'measure-changed', now }
  const told = measureState.parse(state.split('/')[0])
  if (told === 'considered') return isDecided(measure) ? { code: 'measure-decided', now } : stands
  if (!isDecided(measure)) return { code: 'measure-considered', now }
  if (rankOf(measure.state) < rankOf(told)) return { code: 'measure-set-back', now }
  return onMeasure(measure, told).state === state ? stands : { code: 'measure-changed', now }
}
