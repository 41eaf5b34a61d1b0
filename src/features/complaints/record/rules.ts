import type { z } from 'zod'
import { criticalCues, type CueCode } from '#features/language/contract.ts'
import { whatTheLawAsks } from '#features/complaints/clocks/rules.ts'
import { whoWasAsked } from '#features/complaints/inquiries/rules.ts'
import { whatChanges } from '#features/complaints/measures/rules.ts'
import type { profilesEvents } from '#features/complaints/profiles/contract.ts'
import { noteOf, noteOfLetter, withPaper } from '#features/complaints/timeline/rules.ts'
import type {
  CaseRecord,
  ComplaintEvent,
  Recorded,
  RecordedCommitment,
  RecordedEscalation,
  RecordedOffer,
} from './contract.ts'
import { answered, withDemand } from '../demands/rules.ts'

export const emptyRecord: CaseRecord = {
  number: '',
  channel: 'phone',
  ownWords: '',
  receivedAt: '',
  customer: {},
  details: {},
  head: 0,
  ownerId: null,
  ownerName: null,
  severity: null,
  isSafety: false,
  assessment: null,
  triage: [],
  clocks: [],
  safety: null,
  notes: [],
  cues: [],
  dismissedCues: [],
  concerns: [],
  facts: [],
  demands: [],
  cause: null,
  measures: [],
  noMeasure: null,
  evidence: [],
  offers: [],
  agreement: null,
  commitments: [],
  escalations: [],
  inquiries: [],
  contactPlan: null,
  call: null,
  contacts: 0,
  noticed: [],
  acknowledgedAt: null,
  usedPhrases: [],
  doneMoves: [],
  closing: null,
}

/** The record after everything that happened, oldest first. */
export function fold(entries: readonly Recorded[]): CaseRecord {
  return entries.reduce(advance, emptyRecord)
}

/** One entry further. Erased payloads and types of a newer version change nothing but the head. */
export function advance(record: CaseRecord, entry: Recorded): CaseRecord {
  const seen = {
    ...record,
    head: Math.max(record.head, entry.sequence),
    receivedAt: record.receivedAt || entry.at,
  }
  // Read from the database a payload can be null (erased) and a type unknown, whatever the types say.
  const change = Object.hasOwn(changes, entry.type) ? changes[entry.type] : undefined
  if (change === undefined || (entry.payload as unknown) === null) return seen
  return { ...seen, ...(change as Change)(seen, entry.payload as never, entry) }
}

type Place = Pick<Recorded, 'sequence' | 'at' | 'byName'>
type Change = (record: CaseRecord, payload: never, place: Place) => Partial<CaseRecord>
type Changes = {
  readonly [E in ComplaintEvent as E['type']]?: (
    record: CaseRecord,
    payload: E['payload'],
    place: Place,
  ) => Partial<CaseRecord>
}

const theComplaint: Changes = {
  'complaints.received': (_record, payload, { sequence, at }) => ({
    cues: (payload.cues ?? []).map((cue) => ({ ...cue, at, sequence, speaker: 'customer' })),
    contacts: 1,
    number: payload.number,
    channel: payload.channel,
    ownWords: payload.words,
    receivedAt: payload.receivedAt,
    customer: payload.customer,
    details: payload.details,
  }),
  'complaints.described': (record, payload) => ({ details: { ...record.details, ...payload } }),
  'complaints.customer-identified': (record, payload) => ({
    customer: { ...record.customer, ...payload },
  }),
  'complaints.customers-merged': itsCustomer,
  'complaints.customers-merge-undone': itsCustomer,
  'complaints.customer-split': itsCustomer,
  'complaints.assessed': (_record, payload, { at, byName }) => ({
    severity: payload.severity,
    isSafety: payload.isSafety,
    assessment: { ...payload, at, byName },
  }),
  'complaints.cause-found': (_record, payload) => ({ cause: payload }),
  'complaints.assigned': (_record, payload) => ({
    ownerId: payload.memberId,
    ownerName: payload.memberName,
  }),
  'assignment.returned': () => ({ ownerId: null, ownerName: null }),
  'complaints.safety-checked': (_record, payload, { sequence }) => ({
    safety: { ...payload, sequence },
  }),
  'complaints.closed': (_record, payload, { at }) => ({
    closing: {
      outcome: payload.outcome,
      agreementWords: payload.agreement?.words ?? null,
      reason: payload.reason,
      at,
    },
  }),
  'complaints.reopened': () => ({ closing: null }),
  'complaints.personal-data-erased': (_record, { outcome }, { at }) => ({
    closing: { outcome, agreementWords: null, reason: null, at },
  }),
  'intake.acknowledged': (_record, _payload, { at }) => ({ acknowledgedAt: at }),
  'harassment.plan-agreed': (_record, { terms }, { sequence }) => ({
    contactPlan: { ...terms, sequence },
  }),
  'harassment.plan-lifted': () => ({ contactPlan: null }),
}

const whatWasSaid: Changes = {
  'complaints.noted': (record, payload, { sequence, at, byName }) => ({
    notes: [...record.notes, noteOf(payload, { sequence, at, byName })],
    cues: [
      ...record.cues,
      ...payload.cues
        .filter(({ code }) => isCritical(code) || !record.dismissedCues.includes(code))
        .map((cue) => ({ ...cue, at, sequence, speaker: sideOf(payload) })),
    ],
  }),
  'letters.sent': (record, letter, place) =>
    letter.kind === 'reply' ? { notes: [...record.notes, noteOfLetter(letter, place)] } : {},
  'letters.printed': ({ notes }, paper, place) => ({ notes: withPaper(notes, paper, place) }),
  'letters.public-published': ({ notes }, { text }, place) => ({
    notes: [...notes, noteOfLetter({ text, writtenByName: place.byName }, place)],
  }),
  'guide.cue-dismissed': (record, { cue }) => ({
    cues: record.cues.filter(({ code }) => code !== cue),
    dismissedCues: record.dismissedCues.includes(cue)
      ? record.dismissedCues
      : [...record.dismissedCues, cue],
  }),
  'guide.phrase-used': (record, { play, move, text }, { sequence, at }) => ({
    usedPhrases: [...record.usedPhrases, { play, move, text, sequence, at }],
  }),
  'guide.noticed': (record, payload, { at }) => noticed(record, { ...payload, isSo: true, at }),
  'guide.notice-withdrawn': (record, payload, { at }) =>
    noticed(record, { ...payload, isSo: false, at }),
  'guide.move-done': (record, { play, move }, { sequence }) => ({
    doneMoves: [...record.doneMoves, { play, move, sequence }],
  }),
  'complaints.concern-raised': (record, { concernId, words }) => ({
    concerns: upsert(record.concerns, concernId, { id: concernId, words, isSettled: false }),
  }),
  'complaints.concern-settled': (record, { concernId }) => ({
    concerns: patch(record.concerns, concernId, () => ({ isSettled: true })),
  }),
}

const whatIsTrue: Changes = {
  'complaints.fact-claimed': (record, { factId, topic, statement, source }) => ({
    facts: upsert(record.facts, factId, {
      id: factId,
      topic,
      statement,
      source,
      status: 'claimed',
      attributedTo: null,
    }),
  }),
  'complaints.fact-confirmed': (record, { factId, ...fact }) => ({
    facts: upsert(record.facts, factId, { id: factId, ...fact, status: 'confirmed' }),
  }),
  'complaints.fact-withdrawn': (record, { factId }) => ({
    facts: patch(record.facts, factId, () => ({ status: 'withdrawn' as const })),
  }),
  'complaints.evidence-added': ({ evidence }, { evidenceId: id, kind, name, note }) => ({
    evidence: upsert(evidence, id, { id, kind, name, note }),
  }),
}

const whatIsWanted: Changes = {
  'complaints.demand-made': ({ demands }, payload) => ({ demands: withDemand(demands, payload) }),
  'complaints.demand-answered': (record, { demandId, ...payload }, place) => ({
    demands: record.demands.map((demand) =>
      demand.ids.includes(demandId) ? answered(demand, payload, place) : demand,
    ),
  }),
  'remedies.offered': (record, payload) => ({
    offers: upsertOffer(record.offers, { ...payload, answer: 'pending', answerWords: null }),
  }),
  'remedies.answered': (record, { offerId, answer, words }) => ({
    offers: record.offers.map((offer) =>
      offer.offerId === offerId ? { ...offer, answer, answerWords: words } : offer,
    ),
  }),
  'remedies.agreed': (_record, { agreementId, words, labels }) => ({
    agreement: { id: agreementId, words, labels },
  }),
  'remedies.agreement-withdrawn': (record, { agreementId }) => ({
    agreement: record.agreement?.id === agreementId ? null : record.agreement,
  }),
}

const whatIsPromised: Changes = {
  'commitments.made': (record, payload, { at }) => ({
    commitments: [
      ...record.commitments.filter(({ commitmentId }) => commitmentId !== payload.commitmentId),
      { ...payload, state: 'open', madeAt: at },
    ],
  }),
  'commitments.renegotiated': (record, { commitmentId, words, dueAt, dueOn, precision }) =>
    promise(record, commitmentId, { words, dueAt, dueOn, precision, state: 'open' }),
  'commitments.kept': (record, { commitmentId }) =>
    promise(record, commitmentId, { state: 'kept' }),
  'commitments.keeping-withdrawn': (record, { commitmentId }) =>
    promise(record, commitmentId, { state: 'open' }),
  'commitments.broken': (record, { commitmentId }) =>
    promise(record, commitmentId, { state: 'broken' }),
  // What is withdrawn is no promise any more; the ledger and the timeline keep it with its reason.
  'commitments.withdrawn': (record, { commitmentId: id }) => ({
    commitments: record.commitments.filter(({ commitmentId }) => commitmentId !== id),
  }),
  'commitments.handed-over': (record, { commitmentId, toId, toName }) =>
    promise(record, commitmentId, { ownerId: toId, ownerName: toName }),
}

const whoHelps: Changes = {
  'escalation.asked': (record, payload, { at }) => ({
    escalations: [
      ...record.escalations.filter(({ requestId }) => requestId !== payload.requestId),
      { ...payload, state: 'asked', askedAt: at, seenByName: null },
    ],
  }),
  'escalation.seen': (record, { requestId, byName }) =>
    request(record, requestId, { state: 'seen', seenByName: byName }),
  'escalation.accepted': (record, { requestId, byName }) =>
    request(record, requestId, { state: 'accepted', seenByName: byName }),
  'escalation.returned': (record, { requestId, byName }) =>
    request(record, requestId, { state: 'returned', seenByName: byName }),
  'escalation.moved-up': (record, { requestId, toName }) =>
    request(record, requestId, { state: 'asked', toName, isUnanswered: false }),
  'escalation.unanswered': (record, { requestId }) =>
    request(record, requestId, { isUnanswered: true }),
  'escalation.withdrawn': (record, { requestId }) =>
    request(record, requestId, { state: 'withdrawn' }),
}

const theCall: Changes = {
  // What was waved away in an earlier call may be meant in this one.
  'intake.call-started': (record, { callId, direction }, { at, sequence }) => ({
    call: {
      id: callId,
      direction,
      startedAt: at,
      startedSequence: sequence,
      heldAt: null,
      endedAt: null,
    },
    contacts: record.contacts + (direction === 'in' && !isFirstCall(record) ? 1 : 0),
    dismissedCues: [],
  }),
  'intake.call-held': (record, { callId }, { at }) => ofCall(record, callId, { heldAt: at }),
  'intake.call-resumed': (record, { callId }) => ofCall(record, callId, { heldAt: null }),
  'intake.call-ended': (record, { callId }, { at }) =>
    ofCall(record, callId, { heldAt: null, endedAt: at }),
}

const changes: Changes = {
  ...theComplaint,
  ...whatWasSaid,
  ...whatIsTrue,
  ...whatIsWanted,
  ...whatIsPromised,
  ...whatTheLawAsks,
  ...whoHelps,
  ...whoWasAsked,
  ...whatChanges,
  ...theCall,
}

/** Of a complaint that went over to another customer: only what is known of that one. */
function itsCustomer(
  record: CaseRecord,
  {
    side,
    intoId,
    after,
  }: Pick<
    z.output<(typeof profilesEvents)['complaints.customer-split']>,
    'side' | 'intoId' | 'after'
  >,
): Partial<CaseRecord> {
  if (side === 'moved') return { customer: { ...after, customerId: intoId } }
  return after ? { customer: { ...after, customerId: record.customer.customerId } } : {}
}

/** A complaint by telephone is received and called in by one and the same contact. */
function isFirstCall({ channel, call }: CaseRecord): boolean {
  return channel === 'phone' && call === null
}

function noticed(record: CaseRecord, latest: CaseRecord['noticed'][number]): Partial<CaseRecord> {
  return { noticed: [...record.noticed.filter(({ what }) => what !== latest.what), latest] }
}

function isCritical(code: CueCode): boolean {
  return criticalCues.some((critical) => critical === code)
}

function sideOf({ speaker }: { readonly speaker: string }): 'customer' | 'operator' {
  return speaker === 'customer' ? 'customer' : 'operator'
}

function patch<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  change: (item: T) => Partial<T>,
): T[] {
  return items.map((item) => (item.id === id ? { ...item, ...change(item) } : item))
}

function upsert<T extends { readonly id: string }>(items: readonly T[], id: string, item: T): T[] {
  return items.some((each) => each.id === id)
    ? items.map((each) => (each.id === id ? item : each))
    : [...items, item]
}

/** An offer on condition is replaced by the same without it. */
function upsertOffer(offers: readonly RecordedOffer[], offer: RecordedOffer): RecordedOffer[] {
  const { offerId, ruleId } = offer
  const others = offers.filter((each) => each.offerId !== offerId)
  const isReplaced = (each: RecordedOffer) =>
    each.ruleId === ruleId && each.awaits !== undefined && each.answer !== 'rejected'
  return [...others.filter((each) => !isReplaced(each)), offer]
}

function promise(
  record: CaseRecord,
  commitmentId: string,
  change: Partial<RecordedCommitment>,
): Partial<CaseRecord> {
  return {
    commitments: record.commitments.map((each) =>
      each.commitmentId === commitmentId ? { ...each, ...change } : each,
    ),
  }
}

function request(
  record: CaseRecord,
  requestId: string,
  change: Partial<RecordedEscalation>,
): Partial<CaseRecord> {
  return {
    escalations: record.escalations.map((each) =>
      each.requestId === requestId ? { ...each, ...change } : each,
    ),
  }
}

function ofCall(
  record: CaseRecord,
  callId: string,
  change: Partial<NonNullable<CaseRecord['call']>>,
): Partial<CaseRecord> {
  return record.call?.id === callId ? { call: { ...record.call, ...change } } : {}
}
