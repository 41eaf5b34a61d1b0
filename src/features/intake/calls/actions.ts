import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { leaders, type Role, type Viewer } from '#features/access/contract.ts'
import { inside, memberNames, type May, type Scope } from '#features/access/door.ts'
import { begin, change, customerFor, linesById, takeTurns } from '#features/complaints/door.ts'
import type { CaseRecord, ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Call } from '../contract.ts'
import { callById, liveCalls, named, type CallRow } from './queries.ts'
import { secondsBetween, talkedSeconds } from '../rules.ts'
import { mayMove } from './rules.ts'
import { ringById } from '../telephony/queries.ts'
import { takeRing, tellRing } from '../telephony/store.ts'
import { insertCall, markEnded, markHeld, markResumed } from './store.ts'

export type Ringing = {
  readonly id: string
  readonly complaintId: string
  readonly direction: 'in' | 'out'
  readonly phone?: string | undefined
  readonly continues: boolean
  readonly ringId?: string | undefined
}
type Answered = { call: Call; number: string; head: number }
type Taking = May<'intake.take-calls'>

/**
 * The telephone rings. The call bears the command's id. A number that we know says at once who is calling, so that
 * a broken promise is on the screen before the customer has to complain of it.
 */
export async function start(
  ports: Ports,
  may: Taking,
  ringing: Ringing,
): Promise<Result<Answered>> {
  const handler = may.viewer
  if (!handler) return refuse('invalid', 'intake.nobody-calls', {})
  const known = await withNumber(ports, may, ringing)
  const done = known.continues
    ? await goOn(ports, may, handler, known)
    : await beginByPhone(ports, may, handler, known)
  if (!done.ok) return done
  return inside(ports.db, may, async (tx) => {
    const row = await callById(tx, ringing.id)
    if (!row) return refuse('conflict', 'complaints.received-twice', {})
    const line = (await linesById(tx, [row.complaintId])).get(row.complaintId)
    const call = named(row, await memberNames(tx, may))
    return ok({ call, number: line?.number ?? '', head: done.value.head })
  })
}

/** The telephone has told who calls. */
async function withNumber(ports: Ports, may: Taking, ringing: Ringing): Promise<Ringing> {
  const { ringId, phone } = ringing
  if (!ringId || phone) return ringing
  const ring = await inside(ports.db, may, (tx) => ringById(tx, ringId))
  return ring?.from ? { ...ringing, phone: ring.from } : ringing
}

function beginByPhone(ports: Ports, may: Taking, handler: Viewer, ringing: Ringing) {
  const receivedAt = ports.clock.now().toString()
  const complaint = { id: ringing.complaintId, channel: 'phone', receivedAt } as const
  return begin(ports, may, complaint, async ({ tx, number, at }) => {
    const started = await pickUp(tx, may, handler, ringing, at)
    if (!started.ok) return started
    const phone = ringing.phone ? { phone: ringing.phone } : {}
    const known = await customerFor(ports, tx, may, phone, at)
    const customer = known ?? phone
    const received = { number, channel: complaint.channel, words: '', receivedAt }
    return ok([
      { type: 'complaints.received', payload: { ...received, customer, details: {} } },
      { type: 'complaints.assigned', payload: ownedBy(handler) },
      started.value,
    ])
  })
}

function goOn(ports: Ports, may: Taking, handler: Viewer, ringing: Ringing) {
  const { id, complaintId } = ringing
  return change(ports, may, { complaintId, id }, async ({ tx, record, at }) => {
    const phone = ringing.phone ?? record.customer.phone
    const started = await pickUp(tx, may, handler, { ...ringing, phone }, at)
    if (!started.ok) return started
    const events: ComplaintEvent[] = [started.value]
    const who = await whoCalls(ports, tx, may, record, phone, at)
    if (who) events.push({ type: 'complaints.customer-identified', payload: who })
    if (!record.ownerId) events.push({ type: 'complaints.assigned', payload: ownedBy(handler) })
    return ok(events)
  })
}

/** Only when nobody is known yet: who calls about somebody's complaint may be their husband. */
async function whoCalls(
  ports: Ports,
  tx: Tx,
  may: Taking,
  { customer }: CaseRecord,
  phone: string | undefined,
  at: string,
) {
  if (customer.customerId || !phone) return null
  return customerFor(ports, tx, may, { ...customer, phone }, at)
}

/** One voice at a time: a second call beside a live one would write its notes into the wrong complaint. */
async function pickUp(
  tx: Tx,
  may: Taking,
  handler: Viewer,
  { id, complaintId, direction, phone, ringId }: Ringing,
  at: string,
): Promise<Result<ComplaintEvent>> {
  const { organisationId } = may
  await takeTurns(tx, [`calls:${handler.memberId}`])
  const live = (await liveCalls(tx, handler.memberId))[0]
  if (live) return refuse('conflict', 'intake.call-live', await whichIsLive(tx, live))
  const call = { id, organisationId, complaintId, direction, handlerId: handler.memberId }
  await insertCall(tx, { ...call, phone: phone ?? null, startedAt: at })
  if (ringId && !(await takeRing(tx, ringId, id)))
    return refuse('conflict', 'intake.ring-taken', {})
  if (ringId) await tellRing(tx, may, ringId, at)
  const payload = { callId: id, direction, phone: phone ?? null }
  return ok({ type: 'intake.call-started', payload })
}

async function whichIsLive(tx: Tx, live: CallRow) {
  const line = (await linesById(tx, [live.complaintId])).get(live.complaintId)
  const { id: callId, complaintId, startedAt } = live
  return { callId, complaintId, startedAt, number: line?.number ?? '' }
}

function ownedBy(handler: Viewer) {
  return { memberId: handler.memberId, memberName: handler.name }
}

type Order = { readonly id: string }
type Move = 'hold' | 'resume' | 'end'
type Doing = { readonly tx: Tx; readonly row: CallRow; readonly at: string }

export function hold(ports: Ports, may: Taking, callId: string, order: Order & { reason: string }) {
  return move(ports, may, callId, order, 'hold', async ({ tx, at }) => {
    await markHeld(tx, callId, at)
    return { type: 'intake.call-held', payload: { callId, reason: order.reason } }
  })
}

export function resume(ports: Ports, may: Taking, callId: string, order: Order) {
  return move(ports, may, callId, order, 'resume', async ({ tx, row, at }) => {
    const heldSeconds = secondsBetween(row.heldAt ?? at, at)
    await markResumed(tx, callId, row.heldSeconds + heldSeconds)
    return { type: 'intake.call-resumed', payload: { callId, heldSeconds } }
  })
}

export function end(
  ports: Ports,
  may: Taking,
  callId: string,
  order: Order & { how: 'agreed' | 'caller-hung-up' | 'cut-off' | 'ended-by-rule' },
) {
  return move(ports, may, callId, order, 'end', async ({ tx, row, at }) => {
    await markEnded(tx, callId, at, order.how)
    const seconds = talkedSeconds(row, at)
    return { type: 'intake.call-ended', payload: { callId, seconds, how: order.how } }
  })
}

/** The complaint's lock is held while the call is looked at, so that hold and end cannot overtake each other. */
async function move(
  ports: Ports,
  may: Taking,
  callId: string,
  { id }: Order,
  what: Move,
  write: (doing: Doing) => Promise<ComplaintEvent>,
): Promise<Result<Call>> {
  const complaintId = await inside(
    ports.db,
    may,
    async (tx) => (await callById(tx, callId))?.complaintId,
  )
  if (!complaintId) return refuse('missing', 'intake.call-missing', {})
  const done = await change(ports, may, { complaintId, id }, async ({ tx, at, names }) => {
    const row = await callById(tx, callId)
    if (!row) return refuse('missing', 'intake.call-missing', {})
    const allowed = mayMove(row, what, {
      memberId: may.viewer?.memberId ?? '',
      isLeader: may.viewer?.roles.some(isLeading) ?? true,
      handlerName: (await names()).get(row.handlerId) ?? '',
    })
    return allowed.ok ? ok([await write({ tx, row, at })]) : allowed
  })
  if (!done.ok) return done
  return readOne(ports, may, callId)
}

export function readOne(ports: Ports, scope: Scope, callId: string): Promise<Result<Call>> {
  return inside(ports.db, scope, async (tx) => {
    const row = await callById(tx, callId)
    if (!row) return refuse('missing', 'intake.call-missing', {})
    return ok(named(row, await memberNames(tx, scope)))
  })
}

function isLeading(role: Role): boolean {
  return leaders.some((leading) => leading === role)
}
