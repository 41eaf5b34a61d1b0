import type { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import type { Cue } from '#features/language/contract.ts'
import { isSameDemand } from '../demands/rules.ts'
import type { complaintsEvents, demandKind, Details } from '../contract.ts'
import type { Changed } from './contract.ts'
import type { CaseRecord, ComplaintEvent } from '../record/contract.ts'
import { keepingOpen, whyNotClosed } from '../rules.ts'
import { forgetCustomerOf } from '../customers/store.ts'
import { forgetEvidence } from '../evidence/store.ts'
import { forgetElsewhere } from '../profiles/actions.ts'
import { change, type Command, type Situation } from '../timeline/actions.ts'
import { eraseWords } from '../timeline/store.ts'
import { forgetUtterances } from '../utterances/store.ts'

type Payload<T extends keyof typeof complaintsEvents> = z.output<(typeof complaintsEvents)[T]>
type Handling = May<'complaints.handle'>
type Order = Omit<Command, 'complaintId'>

/** Writes down words; what the customer's words ask for is read at once and kept with them. */
export async function note(
  ports: Ports,
  may: May<'complaints.note'>,
  complaintId: string,
  words: Order & Pick<Payload<'complaints.noted'>, 'speaker' | 'text' | 'callId'>,
): Promise<Result<Changed & { cues: Cue[] }>> {
  const { speaker, text, callId } = words
  const { cues } =
    speaker === 'internal'
      ? { cues: [] }
      : await inside(ports.db, may, (tx) => listenInside(tx, may, { speaker, text }))
  const payload = { speaker, text, cues, ...(callId ? { callId } : {}) }
  // A note adds and overwrites nothing, so it is never stale.
  const done = await write(ports, may, complaintId, { id: words.id }, () =>
    one({ type: 'complaints.noted', payload }),
  )
  return done.ok ? ok({ ...done.value, cues }) : done
}

export function describe(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { details, ...order }: Order & { details: Details },
) {
  return write(ports, may, complaintId, order, () =>
    one({ type: 'complaints.described', payload: details }),
  )
}

export function raise(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { words, ...order }: Order & { words: string },
) {
  return write(ports, may, complaintId, order, () =>
    one({ type: 'complaints.concern-raised', payload: { concernId: order.id, words } }),
  )
}

export function settle(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { concernId, how, ...order }: Order & { concernId: string; how: string },
) {
  return write(ports, may, complaintId, order, ({ record }) =>
    record.concerns.some(({ id }) => id === concernId)
      ? one({ type: 'complaints.concern-settled', payload: { concernId, how } })
      : refuse('missing', 'complaints.concern-missing', {}),
  )
}

export function claim(
  ports: Ports,
  may: Handling,
  complaintId: string,
  {
    topic,
    statement,
    source,
    ...order
  }: Order & Omit<Payload<'complaints.fact-claimed'>, 'factId'>,
) {
  return write(ports, may, complaintId, order, () =>
    one({
      type: 'complaints.fact-claimed',
      payload: { factId: order.id, topic, statement, source },
    }),
  )
}

/** The statement may be put more exactly while it is confirmed; the topic stays. */
export function confirm(
  ports: Ports,
  may: Handling,
  complaintId: string,
  {
    factId,
    source,
    attributedTo,
    statement,
    ...order
  }: Order &
    Pick<Payload<'complaints.fact-confirmed'>, 'factId' | 'source' | 'attributedTo'> & {
      statement?: string | undefined
    },
) {
  return write(ports, may, complaintId, order, ({ record }) => {
    const fact = record.facts.find(({ id }) => id === factId)
    if (!fact || fact.status === 'withdrawn')
      return refuse('missing', 'complaints.fact-missing', {})
    const confirmed = { factId, topic: fact.topic, statement: statement ?? fact.statement }
    return one({
      type: 'complaints.fact-confirmed',
      payload: { ...confirmed, source, attributedTo },
    })
  })
}

export function withdraw(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { factId, reason, ...order }: Order & { factId: string; reason: string },
) {
  return write(ports, may, complaintId, order, ({ record }) =>
    record.facts.some(({ id, status }) => id === factId && status !== 'withdrawn')
      ? one({ type: 'complaints.fact-withdrawn', payload: { factId, reason } })
      : refuse('missing', 'complaints.fact-missing', {}),
  )
}

export function recordSafety(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { harm, words, ...order }: Order & Payload<'complaints.safety-checked'>,
) {
  return write(ports, may, complaintId, order, () =>
    one({ type: 'complaints.safety-checked', payload: { harm, words } }),
  )
}

/** The same kind of demand again is the same demand, once more: it keeps its id and is counted. */
export function recordDemand(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { kind, words, ...order }: Order & { kind: z.output<typeof demandKind>; words: string },
) {
  return write(ports, may, complaintId, order, ({ record }) => {
    const made = { demandId: order.id, kind, words }
    const again = record.demands.find((demand) => isSameDemand(demand, made))
    const demandId = again?.id ?? order.id
    return one({ type: 'complaints.demand-made', payload: { demandId, kind, words } })
  })
}

/** G7: a refusal has a reason and a ground, and says what can be done instead. */
export function answer(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { id, basedOn, ...answered }: Order & Payload<'complaints.demand-answered'>,
) {
  return write(ports, may, complaintId, { id, basedOn }, ({ record }) => {
    if (!record.demands.some((demand) => demand.id === answered.demandId))
      return refuse('missing', 'complaints.demand-missing', {})
    if (answered.answer === 'declined' && !(answered.ground && answered.alternative))
      return refuse('invalid', 'complaints.refusal-without-ground', {})
    return one({ type: 'complaints.demand-answered', payload: answered })
  })
}

/** What is left out stays as it was assessed before: one decision is always whole. */
export function assess(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { id, basedOn, ...assessed }: Order & Payload<'complaints.assessed'>,
) {
  return write(ports, may, complaintId, { id, basedOn }, ({ record }) => {
    const { complexity, impact, immediateAction } = record.assessment ?? {}
    const before = Object.entries({ complexity, impact, immediateAction })
    const known = Object.fromEntries(before.filter(([, value]) => value !== undefined))
    return one({ type: 'complaints.assessed', payload: { ...known, ...assessed } })
  })
}

export function recordCause(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { cause, detail, answeringFunction, ...order }: Order & Payload<'complaints.cause-found'>,
) {
  return write(ports, may, complaintId, order, () =>
    one({ type: 'complaints.cause-found', payload: { cause, detail, answeringFunction } }),
  )
}

export function close(
  ports: Ports,
  may: May<'complaints.close'>,
  complaintId: string,
  {
    outcome,
    agreementWords,
    reason,
    ...order
  }: Order & {
    outcome: Payload<'complaints.closed'>['outcome']
    agreementWords?: string | undefined
    reason?: string | undefined
  },
) {
  return write(ports, may, complaintId, order, ({ record }) => {
    const why = whyNotClosed(record, { outcome, agreementWords, reason })
    if (why) return refuse('blocked', why, closingData(record))
    const agreed = agreementWords ?? record.agreement?.words
    const agreement = agreed ? { words: agreed } : null
    return one({
      type: 'complaints.closed',
      payload: { outcome, agreement, reason: reason ?? null },
    })
  })
}

function closingData(record: CaseRecord) {
  return { promises: keepingOpen(record).map(({ words, dueAt }) => ({ words, dueAt })) }
}

export function reopen(
  ports: Ports,
  may: May<'complaints.close'>,
  complaintId: string,
  { reason, ...order }: Order & { reason: string },
) {
  return write(ports, may, complaintId, order, ({ record }) =>
    record.closing
      ? one({ type: 'complaints.reopened', payload: { reason } })
      : refuse('conflict', 'complaints.not-closed', {}),
  )
}

/** What holds nobody's words and no particulars. Everything else is erased, also what a later version adds. */
const impersonal = [
  'complaints.assessed',
  'complaints.cause-found',
  'complaints.assigned',
  'complaints.personal-data-erased',
  'intake.call-resumed',
  'intake.call-ended',
  'guide.move-done',
  'escalation.seen',
  'escalation.accepted',
] as const

/** Only of a closed complaint: an open one still needs to be understood. The chain stays verifiable. */
export function erase(
  ports: Ports,
  may: May<'complaints.erase'>,
  complaintId: string,
  { reason, ...order }: Order & { reason: string },
) {
  return write(ports, may, complaintId, order, async ({ tx, record }) => {
    if (!record.closing) return refuse('blocked', 'complaints.erase-open', {})
    const { outcome } = record.closing
    await forgetElsewhere(tx, may, complaintId)
    const entries = await eraseWords(tx, complaintId, impersonal)
    await forgetCustomerOf(tx, complaintId)
    await forgetUtterances(tx, complaintId)
    await forgetEvidence(tx, may.organisationId, complaintId)
    return one({ type: 'complaints.personal-data-erased', payload: { reason, entries, outcome } })
  })
}

async function write(
  ports: Ports,
  may: Parameters<typeof change>[1],
  complaintId: string,
  { id, basedOn }: Order,
  decide: (
    situation: Situation,
  ) => Result<readonly ComplaintEvent[]> | Promise<Result<readonly ComplaintEvent[]>>,
): Promise<Result<Changed>> {
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) =>
    decide(situation),
  )
  return done.ok ? ok({ complaintId, head: done.value.head }) : done
}

function one(event: ComplaintEvent): Result<readonly ComplaintEvent[]> {
  return ok([event])
}
