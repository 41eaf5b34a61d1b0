import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, type May, type Scope } from '#features/access/door.ts'
import { change, commandFor } from '#features/complaints/door.ts'
import { heldVisit, lockedVisit, type Held } from '../queries.ts'
import { settingsOf } from '../settings/queries.ts'
import { tellMoved } from '../store.ts'
import { tellRung } from '../telling/actions.ts'
import type { Alarm, AlarmKind } from './contract.ts'
import { alarmsOfVisit, heldAlarm, lockedAlarm, shownAlarms, type HeldAlarm } from './queries.ts'
import { acknowledged, begun, isOnVisit } from './rules.ts'
import { insertAlarm, insertStep, saveClosed, savePolice, takeAlarm } from './store.ts'

type Answering = May<'visits.answer-alarms'>
type Answered = Result<{ alarm: Alarm }>

/** Raises it in this transaction, unless it was raised before, and tells the first rung. The same for drills. */
export async function raise(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  visit: Held,
  signal: { readonly kind: AlarmKind; readonly dueAt: string; readonly words?: string },
  by: string | null = null,
): Promise<string | null> {
  const now = ports.clock.now().toString()
  const settings = await settingsOf(tx)
  const { kind, dueAt, words = null } = signal
  const id = commandFor(`${visit.id}/${kind}/${dueAt}`, 'visits.alarm')
  const standing = begun(kind, now, settings)
  const position = settings.allowsLocation ? visit.position : null
  const alarm = { id, visitId: visit.id, kind, dueAt, raisedAt: now, position }
  if (!(await insertAlarm(tx, scope, alarm, standing))) return null
  const place = { round: 1, rung: 0, at: now, memberId: by, words }
  await insertStep(tx, scope, { id: ports.ids.next(), alarmId: id, kind: 'raised', ...place })
  await tellRung(ports, tx, scope, visit, { id, kind, round: 1, rung: 0 }, now)
  await tellMoved(tx, scope, ports.ids.next(), now)
  return id
}

/** The first one has it. Whoever is on the visit never can: they may not be free to say what they mean. */
export function acknowledge(
  ports: Ports,
  may: Answering,
  alarmId: string,
  commandId: string,
): Promise<Answered> {
  return onAlarm(ports, may, alarmId, commandId, async ({ tx, alarm, at, memberId, settings }) => {
    if (alarm.closedAt !== null) return refuse('conflict', 'visits.alarm-closed', {})
    const { stepAt } = acknowledged(alarm, at, settings)
    if (!(await takeAlarm(tx, alarmId, { at, memberId, stepAt }))) {
      const byName = await nameIn(tx, may, alarm.acknowledgedBy)
      return refuse('conflict', 'visits.alarm-taken', { byName })
    }
    return ok({ kind: 'acknowledged', words: null })
  })
}

/** Help is on its way; nobody is safe yet, so the alarm stays open and asks again. */
export function tellPolice(
  ports: Ports,
  may: Answering,
  alarmId: string,
  told: { id: string; at: string; words: string },
): Promise<Answered> {
  return onAlarm(ports, may, alarmId, told.id, async ({ tx, alarm, at, settings }) => {
    if (alarm.closedAt !== null) return refuse('conflict', 'visits.alarm-closed', {})
    if (Temporal.Instant.compare(told.at, at) > 0)
      return refuse('invalid', 'visits.police-ahead', {})
    const { stepAt } = acknowledged(alarm, at, settings)
    await savePolice(tx, alarmId, { at: told.at, words: told.words, stepAt: stepAt ?? at })
    return ok({ kind: 'police', words: told.words })
  })
}

type Situation = {
  readonly tx: Tx
  readonly alarm: HeldAlarm
  readonly visit: Held
  readonly at: string
  readonly memberId: string
  readonly settings: { readonly rungSeconds: number; readonly outcomeMinutes: number }
}
type Done = { readonly kind: 'acknowledged' | 'police' | 'closed'; readonly words: string | null }

async function onAlarm(
  ports: Ports,
  may: Answering,
  alarmId: string,
  commandId: string,
  decide: (situation: Situation) => Promise<Result<Done>>,
): Promise<Answered> {
  const decided = await decideWithinWall<true>(ports.db, may.organisationId, async (tx) => {
    const alarm = await lockedAlarm(tx, alarmId)
    const found = await mineToAnswer(tx, may, alarm)
    if (!found.ok) return found
    if (await isStepKnown(tx, commandId)) return ok(true)
    const at = ports.clock.now().toString()
    const settings = await settingsOf(tx)
    const done = await decide({ tx, ...found.value, at, settings })
    if (!done.ok) return done
    const { round, rung } = found.value.alarm
    const place = { round, rung, at, memberId: found.value.memberId }
    await insertStep(tx, may, { id: commandId, alarmId, ...place, ...done.value })
    await tellMoved(tx, may, ports.ids.next(), at)
    return ok(true)
  })
  return decided.ok ? answered(ports, may, alarmId) : decided
}

async function mineToAnswer(
  tx: Tx,
  may: Answering,
  alarm: HeldAlarm | undefined,
): Promise<Result<{ alarm: HeldAlarm; visit: Held; memberId: string }>> {
  const visit = alarm && (await heldVisit(tx, alarm.visitId))
  const memberId = may.viewer?.memberId
  if (!alarm || !visit) return refuse('missing', 'visits.alarm-missing', {})
  if (!memberId || isOnVisit(visit.plan, memberId))
    return refuse('forbidden', 'visits.own-alarm', {})
  return ok({ alarm, visit, memberId })
}

async function isStepKnown(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('visits_steps')
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What a sign of life explains; help that was asked for is closed by itself, one by one. */
const explained: readonly AlarmKind[] = ['missed-check-in', 'overdue-return', 'lost-contact']

type Closing = { id: string; how: 'voice-and-question' | 'in-person'; words: string }

/** They are safe. Of a complaint it is entered in its record, now that it is over. */
export async function close(
  ports: Ports,
  may: Answering,
  alarmId: string,
  closing: Closing,
): Promise<Answered> {
  const before = await inside(ports.db, may, async (tx) => {
    const alarm = await heldAlarm(tx, alarmId)
    return alarm && heldVisit(tx, alarm.visitId)
  })
  const closed = await onAlarm(ports, may, alarmId, closing.id, async (situation) => {
    const { tx, alarm, visit, at, memberId } = situation
    if (alarm.closedAt !== null) return refuse('conflict', 'visits.alarm-closed', {})
    if (alarm.acknowledgedBy !== memberId)
      return refuse('conflict', 'visits.not-acknowledged', {
        byName: await nameIn(tx, may, alarm.acknowledgedBy),
      })
    const others = (await alarmsOfVisit(tx, visit.id)).filter(
      ({ id, kind, closedAt }) => id !== alarmId && closedAt === null && explained.includes(kind),
    )
    const outcome = { how: closing.how, words: closing.words }
    const ids = [alarmId, ...others.map(({ id }) => id)]
    await saveClosed(tx, ids, { at, memberId, outcome })
    return ok({ kind: 'closed', words: closing.words })
  })
  if (closed.ok && before) await enterClosed(ports, may, before, closed.value.alarm)
  return closed
}

/** Its command follows from the alarm: told twice, entered once. */
async function enterClosed(ports: Ports, may: Scope, visit: Held, alarm: Alarm): Promise<void> {
  const { complaintId } = visit
  if (complaintId === null || visit.isDrill) return
  const id = commandFor(alarm.id, 'visits.alarm-closed')
  await change(ports, may, { complaintId, id }, async () => {
    const { visitId, kind, raisedAt, acknowledgedByName, policeAt } = alarm
    const words = alarm.outcomeWords ?? ''
    const payload = { visitId, kind, raisedAt, acknowledgedByName, policeAt, words }
    return ok([{ type: 'visits.alarm-closed', payload: { ...payload, alarmId: alarm.id } }])
  })
}

/** Whoever hears the agreed sign on the phone raises the alarm, and has not taken it by that. */
export async function hearSign(
  ports: Ports,
  may: Answering,
  visitId: string,
  heard: { id: string; words: string },
): Promise<Answered> {
  const done = await decideWithinWall<string>(ports.db, may.organisationId, async (tx) => {
    const visit = await lockedVisit(tx, visitId)
    if (!visit) return refuse('missing', 'visits.missing-visit', {})
    const memberId = may.viewer?.memberId ?? ''
    if (isOnVisit(visit.plan, memberId)) return refuse('forbidden', 'visits.own-alarm', {})
    const open = (await alarmsOfVisit(tx, visitId)).find(
      ({ kind, closedAt }) => kind === 'phone-sign' && closedAt === null,
    )
    if (open) return ok(open.id)
    const now = ports.clock.now().toString()
    const signal = { kind: 'phone-sign' as const, dueAt: now, words: heard.words }
    const raised = await raise(ports, tx, may, visit, signal, memberId)
    return raised === null ? refuse('conflict', 'visits.alarm-closed', {}) : ok(raised)
  })
  return done.ok ? answered(ports, may, done.value) : done
}

function answered(ports: Ports, may: Scope, alarmId: string): Promise<Answered> {
  return inside(ports.db, may, async (tx) => {
    const held = await heldAlarm(tx, alarmId)
    const [alarm] = held ? await shownAlarms(tx, may, [held]) : []
    return alarm ? ok({ alarm }) : refuse('missing', 'visits.alarm-missing', {})
  })
}

async function nameIn(tx: Tx, scope: Scope, memberId: string | null): Promise<string> {
  return (memberId && (await memberNames(tx, scope)).get(memberId)) || ''
}
