import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, membersOf, type May, type Scope } from '#features/access/door.ts'
import { change } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { alarmsOfVisit } from '../alarms/queries.ts'
import { isOnVisit } from '../alarms/rules.ts'
import { isOut, isOver } from '../course/rules.ts'
import type { Care } from '../sending/actions.ts'
import { heldVisit, lockedVisit, type Held } from '../queries.ts'
import {
  insertVisit,
  saveApproval,
  saveCalledOff,
  savePlan,
  saveReport,
  tellMoved,
} from '../store.ts'
import type { Plan, Report, Visit } from './contract.ts'
import { judgeHeld, shownOf } from './queries.ts'

type Order = { readonly id: string; readonly basedOn?: number | undefined }
type Answered = Result<{ visit: Visit }>
type Events = Result<ComplaintEvent[]>
type Planning = Order & { complaintId: string | null; isDrill: boolean; plan: Plan }

/** A gap is kept like anything that was typed; nobody leaves with it. */
export async function planVisit(
  ports: Ports,
  may: May<'visits.plan'>,
  visitId: string,
  order: Planning,
): Promise<Answered> {
  const { isDrill, plan } = order
  const complaintId = isDrill ? null : order.complaintId
  if (complaintId === null && !isDrill) return refuse('invalid', 'visits.no-complaint', {})
  const place = { visitId, complaintId, order }
  return decided(ports, may, place, async (tx, at) => {
    const wrong = await whoIsMissing(tx, may, plan)
    if (wrong) return wrong
    const held = await lockedVisit(tx, visitId)
    if (held && held.complaintId !== complaintId)
      return refuse('missing', 'visits.missing-visit', {})
    if (held && held.state !== 'planned') return refuse('conflict', 'visits.left-already', {})
    if (!held) {
      await insertVisit(tx, may, { id: visitId, complaintId, isDrill, at, by: may.actor }, plan)
      return ok([await planned(tx, may, visitId, plan)])
    }
    await savePlan(tx, may, visitId, plan)
    const { purpose, startsAt, backBy } = plan
    return ok([{ type: 'visits.plan-changed', payload: { visitId, purpose, startsAt, backBy } }])
  })
}

async function whoIsMissing(tx: Tx, scope: Scope, plan: Plan) {
  const known = new Set((await membersOf(tx, scope.organisationId)).map(({ id }) => id))
  const named = [
    ...plan.visitorIds,
    ...plan.outsideIds,
    ...(plan.watcherId ? [plan.watcherId] : []),
  ]
  return named.every((each) => known.has(each))
    ? null
    : refuse('missing', 'access.member-missing', {})
}

async function planned(tx: Tx, scope: Scope, visitId: string, plan: Plan): Promise<ComplaintEvent> {
  const names = await memberNames(tx, scope)
  const nameOf = (id: string) => names.get(id) ?? ''
  const { purpose, toWhom, address, startsAt, backBy, watcherId } = plan
  return {
    type: 'visits.planned',
    payload: {
      visitId,
      purpose,
      toWhom,
      address,
      startsAt,
      backBy,
      visitorNames: plan.visitorIds.map(nameOf),
      outsideNames: plan.outsideIds.map(nameOf),
      watcherName: watcherId === null ? null : nameOf(watcherId),
    },
  }
}

/** Of the plan as it stands, by somebody who stays here. */
export function approve(
  ports: Ports,
  may: May<'visits.approve'>,
  visitId: string,
  order: Order & { reason: string },
): Promise<Answered> {
  return onVisit(ports, may, visitId, order, async (tx, held, at) => {
    const memberId = may.viewer?.memberId
    if (!memberId || isOnVisit(held.plan, memberId))
      return refuse('forbidden', 'visits.own-plan', {})
    if (held.state !== 'planned') return refuse('conflict', 'visits.left-already', {})
    const { missing, risk } = await judgeHeld(tx, may, held)
    const others = missing.filter((each) => each !== 'approval' && each !== 'pin')
    if (others.length > 0) return refuse('blocked', 'visits.incomplete', { missing: others })
    const reasons = risk.reasons.map(({ reason }) => reason)
    await saveApproval(tx, visitId, { at, by: memberId, reasons })
    const byName = may.viewer?.name ?? ''
    return ok([{ type: 'visits.approved', payload: { visitId, byName, reason: order.reason } }])
  })
}

export function callOff(
  ports: Ports,
  may: May<'visits.plan'>,
  visitId: string,
  order: Order & { reason: string },
): Promise<Answered> {
  return onVisit(ports, may, visitId, order, async (tx, held, at) => {
    if (held.state !== 'planned') return refuse('conflict', 'visits.left-already', {})
    await saveCalledOff(tx, visitId, at)
    return ok([{ type: 'visits.called-off', payload: { visitId, reason: order.reason } }])
  })
}

/** Written afterwards, and again when more is remembered: each version stays in the record. */
export function tellReport(
  ports: Ports,
  may: May<'visits.plan'>,
  visitId: string,
  order: Order & { report: Report },
): Promise<Answered> {
  return onVisit(ports, may, visitId, order, async (tx, held, at) => {
    if (held.state === 'planned' || held.state === 'called-off')
      return refuse('blocked', 'visits.not-begun', {})
    if (isOut(held) && held.state !== 'ended' && !isOver(held))
      return refuse('blocked', 'visits.not-ended', {})
    // That somebody wants care stands in no record: they are offered a break, and that is all.
    const report = { ...order.report, needsCare: false }
    await saveReport(tx, visitId, report, { at, by: may.actor })
    const event = await reported(tx, held, report)
    const { memberIds, minutes, hadAlarm } = event.payload
    const { complaintId } = held
    const care = { visitId, complaintId, memberIds, minutes, hadAlarm, at }
    if (order.report.needsCare) await offerCare(tx, may, care)
    return ok([event])
  })
}

function offerCare(tx: Tx, { organisationId }: Scope, care: Care): Promise<void> {
  return enqueue(tx, { task: 'visits.offer-care', payload: { organisationId, ...care } })
}

async function reported(tx: Tx, held: Held, report: Report) {
  const { demanded, said, promised, signedUnderConstraint, signedWords } = report
  const alarms = await alarmsOfVisit(tx, held.id)
  const { arrivedAt, endedAt } = held
  const stay = arrivedAt && endedAt ? Temporal.Instant.from(arrivedAt).until(endedAt) : null
  return {
    type: 'visits.reported' as const,
    payload: {
      visitId: held.id,
      demanded,
      said,
      promised,
      signedUnderConstraint,
      signedWords,
      minutes: Math.max(0, Math.round(stay?.total('minutes') ?? 0)),
      memberIds: [...held.plan.visitorIds, ...held.plan.outsideIds],
      hadAlarm: alarms.some(({ kind }) => kind !== 'lost-contact'),
    },
  }
}

type Place = {
  readonly visitId: string
  readonly complaintId: string | null
  readonly order: Order
}

async function onVisit(
  ports: Ports,
  may: Scope,
  visitId: string,
  order: Order,
  decide: (tx: Tx, held: Held, at: string) => Promise<Events>,
): Promise<Answered> {
  const before = await inside(ports.db, may, (tx) => heldVisit(tx, visitId))
  if (!before) return refuse('missing', 'visits.missing-visit', {})
  const place = { visitId, complaintId: before.complaintId, order }
  return decided(ports, may, place, async (tx, at) => {
    const held = await lockedVisit(tx, visitId)
    return held ? decide(tx, held, at) : refuse('missing', 'visits.missing-visit', {})
  })
}

/** With its complaint in one transaction; a drill has none, and no record is written of it. */
async function decided(
  ports: Ports,
  may: Scope,
  { visitId, complaintId, order }: Place,
  decide: (tx: Tx, at: string) => Promise<Events>,
): Promise<Answered> {
  const write = async (tx: Tx): Promise<Events> => {
    const at = ports.clock.now().toString()
    const events = await decide(tx, at)
    if (events.ok) await tellMoved(tx, may, ports.ids.next(), at)
    return events
  }
  const done =
    complaintId === null
      ? await decideWithinWall<ComplaintEvent[]>(ports.db, may.organisationId, write)
      : await change(ports, may, { ...order, complaintId }, ({ tx }) => write(tx))
  if (!done.ok) return done
  return inside(ports.db, may, async (tx) => {
    const held = await heldVisit(tx, visitId)
    const [visit] = held ? await shownOf(tx, may, [held]) : []
    return visit ? ok({ visit }) : refuse('missing', 'visits.missing-visit', {})
  })
}
