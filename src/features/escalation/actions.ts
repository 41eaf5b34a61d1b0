import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { calendarOf, inside, membersOf, type May, type Scope } from '#features/access/door.ts'
import { setupOf } from '#features/assignment/door.ts'
import { passPromise, promise } from '#features/commitments/door.ts'
import { change, commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { CallBack, EscalationRequest } from './contract.ts'
import { escalationMessages } from './messages.ts'
import { heldById, shown, waitingOn, type Held } from './queries.ts'
import type { RouteRule } from './routing/contract.ts'
import { ruleNow, seenNow } from './routing/queries.ts'
import {
  isKeeping,
  isLeader,
  isOver,
  keepingIn,
  minutesUnseen,
  modeOf,
  receiverFor,
  takesOver,
  whyNotWindow,
} from './rules.ts'
import { insertRequest, markOver, markSeen, setTimer } from './store.ts'

type Order = { readonly id: string; readonly basedOn?: number | undefined }
type Answered = { request: EscalationRequest; head: number }
export type Asking = Order & {
  readonly kind: EscalationRequest['kind']
  readonly mode?: EscalationRequest['mode'] | undefined
  readonly reason: string
  readonly person?: string | undefined
  readonly toId?: string | undefined
  readonly callBack?: CallBack | undefined
}

/** Calls for help. The request bears the command's id; nobody is ever refused for having seen an older record. */
export async function ask(
  ports: Ports,
  may: May<'escalation.ask'>,
  complaintId: string,
  asking: Asking,
): Promise<Result<Answered>> {
  const { id, kind, mode, reason } = asking
  if (kind !== 'silent-help' && mode === 'watch' && !isKeeping(reason))
    return refuse('invalid', 'escalation.keeping-reason', {})
  const done = await change(ports, may, { complaintId, id }, async (situation) => {
    const waiting = await waitingOn(situation.tx, complaintId)
    const again = waiting.find((held) => held.kind === kind && held.askedById !== null)
    if (again) {
      const toName = (await situation.names()).get(again.toId ?? '') ?? null
      return refuse('conflict', 'escalation.already-asked', { toName, askedAt: again.askedAt })
    }
    return put(situation, may, complaintId, asking)
  })
  return done.ok ? answered(ports, may, id, done.value.head) : done
}

/** Decides who gets it and how, keeps it, sets the timer and promises the call; in the transaction around it. */
export async function put(
  situation: Situation,
  scope: Scope,
  complaintId: string,
  asking: Asking,
): Promise<Result<readonly ComplaintEvent[]>> {
  const { tx, at } = situation
  const { id, kind } = asking
  const { mode, receiver, minutes, deskId, because } = await routed(situation, scope, asking)
  const to = { toId: receiver?.member.id ?? null, toName: receiver?.member.name ?? null }
  const wanted = mode === 'call-back' ? asking.callBack : undefined
  const promised = await promisedCall(situation, scope, { complaintId, id, ...to, wanted })
  if (!promised.ok) return promised
  const { organisationId, viewer } = scope
  const said = { id, complaintId, kind, mode, reason: inWords(asking.reason) }
  const request = { ...said, person: asking.person ?? null, toId: to.toId }
  await insertRequest(tx, {
    ...request,
    organisationId,
    askedAt: at,
    askedById: viewer?.memberId ?? null,
    deskId: to.toId ? null : deskId,
    because,
    callBack: promised.value.callBack,
  })
  const rung = { organisationId, complaintId, requestId: id, step: 1, round: 1 }
  if (minutes !== null)
    await setTimer(tx, { ...rung, minutes, tried: to.toId ? [to.toId] : [] }, later(at, minutes))
  return ok([asked(request, to.toName, wanted), ...promised.value.events])
}

function later(at: string, minutes: number): string {
  return Temporal.Instant.from(at).add({ minutes }).toString()
}

function asked(
  { id, kind, mode, reason, person, toId }: Omit<RequestWords, 'complaintId'>,
  toName: string | null,
  callBack: CallBack | undefined,
): ComplaintEvent {
  const payload = { requestId: id, kind, mode, reason, person, toId, toName }
  return { type: 'escalation.asked', payload: callBack ? { ...payload, callBack } : payload }
}

type RequestWords = Pick<
  EscalationRequest,
  'id' | 'complaintId' | 'kind' | 'mode' | 'reason' | 'person'
> & { toId: string | null }

/** Whom it would reach, how and why: the same answer for the preview and for the deed. */
export async function routed(
  { tx, record, at }: Pick<Situation, 'tx' | 'record' | 'at'>,
  scope: Scope,
  asking: Pick<Asking, 'kind' | 'mode' | 'reason' | 'person' | 'toId'>,
) {
  const members = await membersOf(tx, scope.organisationId)
  const rule = await ruleNow(tx, scope, record, asking.kind, at)
  const { toId, person } = asking
  const wanted = { askedById: scope.viewer?.memberId ?? null, toId, person, rule }
  const receiver = receiverFor(members, await seenNow(tx, scope, members, at), wanted)
  const isTalking = record.call !== null && record.call.endedAt === null
  const isAnybodyThere = receiver?.isAvailable ?? false
  const keeping = keepingIn(record)
  const around = { kind: asking.kind, reason: asking.reason, isTalking, isAnybodyThere, rule }
  const mode = modeOf({ ...around, mode: asking.mode, keeping })
  const canConnect = modeOf({ ...around, reason: '', mode: 'connect' }) === 'connect'
  const { desks } = await setupOf(tx, scope)
  const desk = desks.find(({ id }) => id === rule.fallbackDeskId)
  return {
    mode,
    recommended: modeOf({ ...around, reason: '', keeping }),
    keeping,
    noConnect: canConnect ? null : whyNoConnect(rule),
    receiver,
    because: [...(receiver?.because ?? [{ kind: 'nobody' as const }])],
    minutes: minutesUnseen(asking.kind, mode, isTalking, rule),
    deskId: desk?.id ?? null,
    deskName: desk?.name ?? null,
  }
}

function whyNoConnect({ mode, name }: RouteRule) {
  return mode === 'call-back'
    ? { why: 'rule' as const, name }
    : { why: 'nobody' as const, name: '' }
}

type Calling = {
  readonly complaintId: string
  readonly id: string
  readonly toId: string | null
  readonly toName: string | null
  readonly wanted: CallBack | undefined
}

/** The customer was told when somebody calls: that stands in the ledger at once, in the name of the one who will. */
async function promisedCall(
  situation: Situation,
  scope: Scope,
  { complaintId, id, toId, toName, wanted }: Calling,
): Promise<Result<{ events: readonly ComplaintEvent[]; callBack: PromisedCall | null }>> {
  if (!wanted) return ok({ events: [], callBack: null })
  const why = whyNotWindow(wanted, situation.at)
  if (why) return why
  const commitmentId = commandFor(id, 'escalation.call-back')
  const words = escalationMessages.ja.words.callBack.promise({ name: toName })
  const dueOn = tokyoDay(Temporal.Instant.from(wanted.untilAt)).toString()
  const due = { dueAt: wanted.untilAt, dueOn, precision: 'minute' as const }
  const promised = { id: commitmentId, complaintId, words, madeTo: 'customer' as const, ...due }
  const calendar = await calendarOf(situation.tx, scope)
  const made = await promise(situation, scope, calendar, promised, toId)
  if (!made.ok) return made
  return ok({ events: made.value, callBack: { ...wanted, commitmentId } })
}

type PromisedCall = CallBack & { readonly commitmentId: string }

/** The call that was promised goes along with the request; with nobody named it stays where it is. */
export async function passCall(
  { tx }: Pick<Situation, 'tx'>,
  { callBack }: Held,
  to: { readonly id: string; readonly name: string } | null,
): Promise<ComplaintEvent[]> {
  if (!callBack?.commitmentId || !to || to.id === '') return []
  const { passed } = escalationMessages.ja.words.callBack
  return passPromise(tx, callBack.commitmentId, to, passed)
}

/** E3's three reasons are codes; in the record stands what they mean. */
function inWords(reason: string): string {
  return isKeeping(reason) ? escalationMessages.ja.words.keeping[reason] : reason
}

type Answering = May<'escalation.answer'>

/** 「見ました」: the operator knows at once that they are not alone. Seen twice is seen once. */
export function see(ports: Ports, may: Answering, requestId: string, order: Order) {
  return answer(ports, may, requestId, order, async ({ tx, at }, held, me) => {
    if (held.state === 'seen') return []
    await markSeen(tx, requestId, me.memberId, at)
    return [{ type: 'escalation.seen', payload: { requestId, byName: me.name } }]
  })
}

/** Takes over: in the same breath the complaint belongs to whoever accepts. Watching leaves it where it is. */
export function accept(ports: Ports, may: Answering, requestId: string, order: Order) {
  return answer(ports, may, requestId, order, async ({ tx, at, record }, held, me) => {
    await markOver(tx, requestId, { state: 'accepted', at, seen: { byId: me.memberId, at } })
    const { memberId, name } = me
    const calls = takesOver(held) ? await passCall({ tx }, held, { id: memberId, name }) : []
    const owner = { memberId, memberName: name }
    const isHandedOver = takesOver(held) && record.ownerId !== memberId
    return [
      { type: 'escalation.accepted', payload: { requestId, byName: name } },
      ...calls,
      ...(isHandedOver ? [{ type: 'complaints.assigned', payload: owner } as const] : []),
    ]
  })
}

/** Somebody has taken the line itself: everything that still waits in this complaint has its answer. */
export async function acceptWaiting(
  { tx, at }: Situation,
  complaintId: string,
  by: { memberId: string; memberName: string },
): Promise<ComplaintEvent[]> {
  const waiting = await waitingOn(tx, complaintId)
  for (const { id } of waiting)
    await markOver(tx, id, { state: 'accepted', at, seen: { byId: by.memberId, at } })
  return waiting.map(({ id }) => ({
    type: 'escalation.accepted',
    payload: { requestId: id, byName: by.memberName },
  }))
}

export function giveBack(
  ports: Ports,
  may: Answering,
  requestId: string,
  { reason, ...order }: Order & { reason: string },
) {
  return answer(ports, may, requestId, order, async ({ tx, at, names }, held, me) => {
    const seen = { byId: me.memberId, at }
    await markOver(tx, requestId, { state: 'returned', at, seen, answer: reason })
    const back = {
      type: 'escalation.returned',
      payload: { requestId, byName: me.name, reason },
    } as const
    return [back, ...(await passCall({ tx }, held, await askerOf(held, names)))]
  })
}

/** The operator no longer needs help. Their own request, or a supervisor tidying up. */
export function withdraw(
  ports: Ports,
  may: May<'escalation.ask'>,
  requestId: string,
  { reason, ...order }: Order & { reason: string },
) {
  return answer(ports, may, requestId, order, async ({ tx, at, names }, held) => {
    await markOver(tx, requestId, { state: 'withdrawn', at })
    const back = { type: 'escalation.withdrawn', payload: { requestId, reason } } as const
    return [back, ...(await passCall({ tx }, held, await askerOf(held, names)))]
  })
}

/** A call that was promised stays a promise: back with the one who told the customer. */
async function askerOf({ askedById }: Held, names: Situation['names']) {
  return askedById ? { id: askedById, name: (await names()).get(askedById) ?? '' } : null
}

type Me = { readonly memberId: string; readonly name: string }
type Decide = (situation: Situation, held: Held, me: Me) => Promise<ComplaintEvent[]>

async function answer(
  ports: Ports,
  may: May<'escalation.answer'> | May<'escalation.ask'>,
  requestId: string,
  { id }: Order,
  decide: Decide,
): Promise<Result<Answered>> {
  const found = await inside(ports.db, may, (tx) => heldById(tx, requestId))
  if (!found) return refuse('missing', 'escalation.missing', {})
  const { complaintId } = found
  const done = await change(ports, may, { complaintId, id }, async (situation) => {
    const held = (await heldById(situation.tx, requestId)) ?? found
    const { desks } = await setupOf(situation.tx, may)
    const atDesk = desks.find(({ id: deskId }) => deskId === held.deskId)?.memberIds ?? []
    const me = mayAnswer(may, held, await situation.names(), atDesk)
    if (!me.ok) return me
    return ok(await decide(situation, held, me.value))
  })
  return done.ok ? answered(ports, may, requestId, done.value.head) : done
}

/**
 * A supervisor answers everything but their own; anybody else what reached them or their desk, and takes back what
 * they asked.
 */
function mayAnswer(
  may: May<'escalation.answer'> | May<'escalation.ask'>,
  held: Held,
  names: ReadonlyMap<string, string>,
  atDesk: readonly string[],
): Result<Me> {
  if (isOver(held.state)) {
    const byName = names.get(held.seenById ?? '') ?? null
    return refuse('conflict', 'escalation.over', { state: held.state, byName })
  }
  const { viewer } = may
  if (!viewer) return ok({ memberId: '', name: '' })
  const isOwn = held.askedById === viewer.memberId
  if (may.may === 'escalation.ask') {
    if (isOwn || isLeader(viewer)) return ok(viewer)
  } else {
    if (isOwn) return refuse('forbidden', 'escalation.own', {})
    if (isLeader(viewer) || held.toId === viewer.memberId || atDesk.includes(viewer.memberId))
      return ok(viewer)
  }
  return refuse('forbidden', 'escalation.not-for-you', {
    toName: names.get(held.toId ?? '') ?? null,
  })
}

function answered(ports: Ports, scope: Scope, requestId: string, head: number) {
  return inside(ports.db, scope, async (tx): Promise<Result<Answered>> => {
    const held = await heldById(tx, requestId)
    const [request] = held ? await shown(tx, scope, [held]) : []
    return request ? ok({ request, head }) : refuse('missing', 'escalation.missing', {})
  })
}
