import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import {
  inside,
  membersOf,
  permitted,
  systemScope,
  type May,
  type Scope,
} from '#features/access/door.ts'
import { giveTo, type Surroundings } from '#features/assignment/door.ts'
import { canHandOverPromise, handOverPromise, promiseById } from '#features/commitments/door.ts'
import { change, commandFor, linesById, openOf, type Situation } from '#features/complaints/door.ts'
import { passCall } from '../actions.ts'
import { heldById, type Held } from '../queries.ts'
import { isLeader, isOver, minutesUnseen } from '../rules.ts'
import { passOn, setTimer } from '../store.ts'
import type { Transfer, TransferKind, Transferred } from './contract.ts'
import { transfersOf } from './queries.ts'
import { insertTransfer, markUndone } from './store.ts'

type Transferring = May<'escalation.transfer'>
type Item = { readonly kind: TransferKind; readonly id: string; readonly toId: string }
type Making = {
  readonly id: string
  readonly fromId: string
  readonly reason: string
  readonly items: readonly Item[]
}
type Answer = Result<{ transfer: Transfer }>
/** One line on its way: `cause` makes doing it twice harmless. */
type Step = Item & { readonly fromId: string; readonly reason: string; readonly cause: string }

/** One's own by oneself, anybody's by whoever leads: also when somebody is suddenly away. */
export async function make(
  ports: Ports,
  may: Transferring,
  around: Surroundings,
  making: Making,
): Promise<Answer> {
  const { viewer } = may
  if (!viewer || (viewer.memberId !== making.fromId && !isLeader(viewer)))
    return refuse('forbidden', 'escalation.transfer-of-other', {})
  const before = await transferById(ports, may, making.id)
  if (before) return ok({ transfer: before })
  const { id: cause, fromId, reason } = making
  const items: Transferred[] = []
  for (const item of making.items)
    items.push(await carriedOut(ports, may, around, { ...item, fromId, reason, cause }))
  const at = ports.clock.now().toString()
  await inside(ports.db, may, (tx) => insertTransfer(tx, may, { ...making, items, at }))
  return shown(ports, may, making.id)
}

/** What has moved on meanwhile stays where it is. */
export async function undo(
  ports: Ports,
  may: Transferring,
  around: Surroundings,
  transferId: string,
): Promise<Answer> {
  const made = await transferById(ports, may, transferId)
  if (!made) return refuse('missing', 'escalation.transfer-missing', {})
  const { viewer } = may
  if (!viewer || (viewer.memberId !== made.fromId && !isLeader(viewer)))
    return refuse('forbidden', 'escalation.transfer-of-other', {})
  if (made.undoneAt) return refuse('conflict', 'escalation.transfer-undone', {})
  const cause = `${transferId}/undo`
  const { reason } = made
  for (const { kind, id, toId, refusal } of made.items.toReversed()) {
    const back = { kind, id, fromId: toId, toId: made.fromId, reason, cause }
    if (refusal === null) await carriedOut(ports, may, around, back)
  }
  const at = ports.clock.now().toString()
  await inside(ports.db, may, (tx) => markUndone(tx, transferId, at))
  return shown(ports, may, transferId)
}

async function carriedOut(
  ports: Ports,
  may: Transferring,
  around: Surroundings,
  step: Step,
): Promise<Transferred> {
  const { kind, id, toId } = step
  const place = await placeOf(ports, may, step)
  const done = place
    ? await ways[kind](ports, may, around, step, place.complaintId)
    : refuse('missing', 'escalation.transfer-gone', {})
  const refusal = done.ok ? null : around.sentence(done.refusal, may.language)
  const { complaintId = id, number = '', toName = '' } = place ?? {}
  return { kind, id, complaintId, number, toId, toName, refusal }
}

async function placeOf(ports: Ports, scope: Scope, { kind, id, toId, fromId }: Step) {
  return inside(ports.db, scope, async (tx) => {
    const promise = kind === 'promise' ? await promiseById(tx, id) : undefined
    const request = kind === 'request' ? await heldById(tx, id) : undefined
    const isTheirs =
      kind === 'complaint'
        ? (await openOf(tx, [fromId])).some((each) => each.id === id)
        : (promise?.ownerId ?? request?.toId) === fromId
    const complaintId = kind === 'complaint' ? id : (promise ?? request)?.complaintId
    const to = (await membersOf(tx, scope.organisationId)).find((each) => each.id === toId)
    if (!isTheirs || !complaintId) return undefined
    const number = (await linesById(tx, [complaintId])).get(complaintId)?.number ?? ''
    return { complaintId, number, toName: to?.name ?? '' }
  })
}

type Way = (
  ports: Ports,
  may: Transferring,
  around: Surroundings,
  step: Step,
  complaintId: string,
) => Promise<Result<unknown>>

/** Each through the gate that the same deed has by hand. */
const ways: Record<TransferKind, Way> = {
  complaint: (ports, may, around, { toId, fromId, reason, cause }, complaintId) => {
    const command = {
      complaintId,
      id: commandFor(`${cause}/${complaintId}`, 'escalation.transfer'),
    }
    return change(ports, may, command, async (situation) => {
      const giving = { complaintId, memberId: toId, reason, how: 'handed-over' as const }
      return situation.record.ownerId === fromId
        ? giveTo(situation, may, around, giving)
        : refuse('conflict', 'escalation.transfer-gone', {})
    })
  },
  promise: async (ports, may, _around, { id, toId, reason, cause }) => {
    const allowed = permitted(
      may.viewer ? may : systemScope(may.organisationId, 'escalation'),
      canHandOverPromise,
    )
    if (!allowed.ok) return allowed
    const order = { id: commandFor(`${cause}/${id}`, 'escalation.transfer'), ownerId: toId, reason }
    return handOverPromise(ports, allowed.value, id, order)
  },
  request: (ports, may, _around, { id, toId, cause }, complaintId) => {
    const command = { complaintId, id: commandFor(`${cause}/${id}`, 'escalation.transfer') }
    return change(ports, may, command, async (situation) => {
      const held = await heldById(situation.tx, id)
      if (!held || isOver(held.state)) return refuse('conflict', 'escalation.transfer-gone', {})
      const to = (await membersOf(situation.tx, may.organisationId)).find(
        (each) => each.id === toId,
      )
      if (!to) return refuse('missing', 'access.member-missing', {})
      if (to.isAway)
        return refuse('conflict', 'assignment.member-away', { name: to.name, substitute: '' })
      if (to.id === held.askedById) return refuse('conflict', 'escalation.own', {})
      await passOn(situation.tx, id, { toId, because: [{ kind: 'chosen' }] })
      if (held.state === 'seen') await waitAgain(situation, may, held, toId)
      const payload = { requestId: id, toId, toName: to.name, afterMinutes: 0 }
      const calls = await passCall(situation, held, to)
      return ok([{ type: 'escalation.moved-up', payload }, ...calls])
    })
  },
}

/** Its timer may have rung in vain while it was seen: for the new holder it begins anew. */
async function waitAgain(
  { tx, at, record }: Situation,
  { organisationId }: Scope,
  { id: requestId, complaintId, kind, mode }: Held,
  toId: string,
): Promise<void> {
  const isTalking = record.call !== null && record.call.endedAt === null
  const minutes = minutesUnseen(kind, mode, isTalking)
  if (minutes === null) return
  const step = Math.floor(Date.parse(at) / 1000)
  const rung = { organisationId, complaintId, requestId, step, round: 1, minutes, tried: [toId] }
  await setTimer(tx, rung, Temporal.Instant.from(at).add({ minutes }).toString())
}

async function transferById(ports: Ports, scope: Scope, id: string) {
  const since = '2000-01-01T00:00:00Z'
  const [found] = await inside(ports.db, scope, (tx) => transfersOf(tx, scope, { id, since }))
  return found
}

async function shown(ports: Ports, scope: Scope, id: string): Promise<Answer> {
  const transfer = await transferById(ports, scope, id)
  return transfer ? ok({ transfer }) : refuse('missing', 'escalation.transfer-missing', {})
}
