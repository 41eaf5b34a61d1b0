import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, membersOf, type May, type Scope } from '#features/access/door.ts'
import { change, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { keepingReasons, type EscalationRequest } from './contract.ts'
import { escalationMessages } from './messages.ts'
import { heldById, shown, waitingByMember, waitingOn, type Held } from './queries.ts'
import { isLeader, isOver, minutesUnseen, modeOf, receiverFor, takesOver } from './rules.ts'
import { insertRequest, markOver, markSeen, setTimer } from './store.ts'

type Order = { readonly id: string; readonly basedOn?: number | undefined }
type Answered = { request: EscalationRequest; head: number }
export type Asking = Order & {
  readonly kind: EscalationRequest['kind']
  readonly mode?: EscalationRequest['mode'] | undefined
  readonly reason: string
  readonly person?: string | undefined
  readonly toId?: string | undefined
}

/** Calls for help. The request bears the command's id; nobody is ever refused for having seen an older record. */
export async function ask(
  ports: Ports,
  may: May<'escalation.ask'>,
  complaintId: string,
  asking: Asking,
): Promise<Result<Answered>> {
  const { id, kind } = asking
  const done = await change(ports, may, { complaintId, id }, async (situation) => {
    const waiting = await waitingOn(situation.tx, complaintId)
    const again = waiting.find((held) => held.kind === kind && held.askedById !== null)
    if (again) {
      const toName = (await situation.names()).get(again.toId ?? '') ?? null
      return refuse('conflict', 'escalation.already-asked', { toName, askedAt: again.askedAt })
    }
    return ok([await put(situation, may, complaintId, asking)])
  })
  return done.ok ? answered(ports, may, id, done.value.head) : done
}

/** Decides who gets it and how, keeps it and sets the timer; in the transaction of the change around it. */
export async function put(
  situation: Situation,
  scope: Scope,
  complaintId: string,
  asking: Asking,
): Promise<ComplaintEvent> {
  const { tx, record, at } = situation
  const { id, kind } = asking
  const person = asking.person ?? null
  const receiver = await receiverOf(tx, scope, asking)
  const isTalking = record.call !== null && record.call.endedAt === null
  const isAnybodyThere = receiver?.isAvailable ?? false
  const mode = modeOf({ ...asking, isTalking, isAnybodyThere })
  const toId = receiver?.member.id ?? null
  const toName = receiver?.member.name ?? null
  const reason = inWords(asking.reason)
  const request = { id, complaintId, kind, mode, reason, person, toId }
  const { organisationId, viewer } = scope
  const askedById = viewer?.memberId ?? null
  await insertRequest(tx, { ...request, organisationId, askedAt: at, askedById })
  const minutes = minutesUnseen(kind, mode, isTalking)
  if (minutes !== null) {
    const rung = { organisationId, complaintId, requestId: id, step: 1, round: 1, minutes }
    const runAt = Temporal.Instant.from(at).add({ minutes }).toString()
    await setTimer(tx, { ...rung, tried: toId ? [toId] : [] }, runAt)
  }
  const payload = { requestId: id, kind, mode, reason, person, toId, toName }
  return { type: 'escalation.asked', payload }
}

async function receiverOf(tx: Situation['tx'], scope: Scope, { toId, person }: Asking) {
  const members = await membersOf(tx, scope.organisationId)
  const wanted = { askedById: scope.viewer?.memberId ?? null, toId, person }
  return receiverFor(members, await waitingByMember(tx), wanted)
}

/** E3's three reasons are codes; in the record stands what they mean. */
function inWords(reason: string): string {
  const { keeping } = escalationMessages.ja.words
  const code = keepingReasons.find((each) => each === reason)
  return code ? keeping[code] : reason
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
    const owner = { memberId, memberName: name }
    const isHandedOver = takesOver(held) && record.ownerId !== memberId
    return [
      { type: 'escalation.accepted', payload: { requestId, byName: name } },
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
  return answer(ports, may, requestId, order, async ({ tx, at }, _held, me) => {
    await markOver(tx, requestId, { state: 'returned', at, seen: { byId: me.memberId, at } })
    return [{ type: 'escalation.returned', payload: { requestId, byName: me.name, reason } }]
  })
}

/** The operator no longer needs help. Their own request, or a supervisor tidying up. */
export function withdraw(
  ports: Ports,
  may: May<'escalation.ask'>,
  requestId: string,
  { reason, ...order }: Order & { reason: string },
) {
  return answer(ports, may, requestId, order, async ({ tx, at }) => {
    await markOver(tx, requestId, { state: 'withdrawn', at })
    return [{ type: 'escalation.withdrawn', payload: { requestId, reason } }]
  })
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
    const me = mayAnswer(may, held, await situation.names())
    if (!me.ok) return me
    return ok(await decide(situation, held, me.value))
  })
  return done.ok ? answered(ports, may, requestId, done.value.head) : done
}

/** A supervisor answers everything; anybody else what reached them, and takes back what they asked. */
function mayAnswer(
  may: May<'escalation.answer'> | May<'escalation.ask'>,
  held: Held,
  names: ReadonlyMap<string, string>,
): Result<Me> {
  if (isOver(held.state)) {
    const byName = names.get(held.seenById ?? '') ?? null
    return refuse('conflict', 'escalation.over', { state: held.state, byName })
  }
  const { viewer } = may
  if (!viewer) return ok({ memberId: '', name: '' })
  const concerned = may.may === 'escalation.ask' ? held.askedById : held.toId
  if (isLeader(viewer) || concerned === viewer.memberId) return ok(viewer)
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
