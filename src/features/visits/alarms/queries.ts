import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { VisitsAlarms } from '#platform/db/tables/visits.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { membersOf, type Scope } from '#features/access/door.ts'
import { position, type Position } from '../contract.ts'
import { report } from '../planning/contract.ts'
import { heldVisit, type Held } from '../queries.ts'
import {
  alarmKind,
  alarmStep,
  telling,
  type Alarm,
  type AlarmStep,
  type Channel,
  type Telling,
} from './contract.ts'
import { isNotice, isOnVisit, type Standing } from './rules.ts'

export type HeldAlarm = Standing & {
  readonly id: string
  readonly visitId: string
  readonly dueAt: string
  readonly raisedAt: string
  readonly acknowledgedBy: string | null
  readonly policeAt: string | null
  readonly closedBy: string | null
  readonly outcome: { readonly words: string } | null
  readonly position: Position | null
}

export async function lockedAlarm(tx: Tx, id: string): Promise<HeldAlarm | undefined> {
  const row = await tx
    .selectFrom('visits_alarms')
    .where('id', '=', id)
    .forUpdate()
    .selectAll()
    .executeTakeFirst()
  return row && toHeld(row)
}

export async function heldAlarm(tx: Tx, id: string): Promise<HeldAlarm | undefined> {
  const row = await tx
    .selectFrom('visits_alarms')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  return row && toHeld(row)
}

/** Those whose next step is due; another node takes the others. */
export async function dueAlarms(tx: Tx, now: string, most: number): Promise<HeldAlarm[]> {
  const rows = await tx
    .selectFrom('visits_alarms')
    .where('step_at', '<=', now)
    .orderBy('step_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

export async function alarmsOfVisit(tx: Tx, visitId: string): Promise<HeldAlarm[]> {
  const rows = await tx
    .selectFrom('visits_alarms')
    .where('visit_id', '=', visitId)
    .orderBy('raised_at')
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

/** Open ones, and those that were closed since. */
export async function alarmsSince(tx: Tx, since: string): Promise<HeldAlarm[]> {
  const rows = await tx
    .selectFrom('visits_alarms')
    .where((where) => where.or([where('closed_at', 'is', null), where('closed_at', '>', since)]))
    .orderBy('raised_at', 'desc')
    .limit(200)
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

const mostDrills = 100

/** Of drills, and over; a silent phone is none. */
export async function drillAlarms(tx: Tx): Promise<HeldAlarm[]> {
  const rows = await tx
    .selectFrom('visits_alarms')
    .where('closed_at', 'is not', null)
    .where('kind', '!=', 'lost-contact')
    .where('visit_id', 'in', (query) =>
      query.selectFrom('visits').where('is_drill', '=', true).select('id'),
    )
    .orderBy('raised_at', 'desc')
    .limit(mostDrills)
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

/** visit id → alarms that are open; a silent phone is none. */
export async function openAlarmCounts(
  tx: Tx,
  visitIds: readonly string[],
): Promise<Map<string, number>> {
  if (visitIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('visits_alarms')
    .where('visit_id', 'in', [...visitIds])
    .where('closed_at', 'is', null)
    .where('kind', '!=', 'lost-contact')
    .groupBy('visit_id')
    .select(['visit_id', (the) => the.fn.countAll<string>().as('count')])
    .execute()
  return new Map(rows.map(({ visit_id, count }) => [visit_id, Number(count)]))
}

/** When somebody saw the latest call for help; a duress is never answered to. */
export async function helpSeenAt(tx: Tx, visitId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('visits_alarms')
    .where('visit_id', '=', visitId)
    .where('kind', '=', 'silent-help')
    .orderBy('raised_at', 'desc')
    .select('acknowledged_at')
    .executeTakeFirst()
  return row?.acknowledged_at ?? null
}

const grave = ['silent-help', 'duress', 'phone-sign']

/** Days of earlier visits of this complaint that went wrong; drills do not count. */
export async function loudOrAlarmed(tx: Tx, complaintId: string, besides: string | null) {
  const visits = await tx
    .selectFrom('visits')
    .where('complaint_id', '=', complaintId)
    .where('is_drill', '=', false)
    .$if(besides !== null, (query) => query.where('id', '!=', besides ?? ''))
    .orderBy('starts_at')
    .select(['id', 'starts_at', 'report'])
    .execute()
  const loud = visits.filter(
    (each) => report.nullable().catch(null).parse(each.report)?.wasLoud === true,
  )
  const alarmed = await graveOnes(
    tx,
    visits.map(({ id }) => id),
  )
  return {
    loudOn: loud.map(({ starts_at }) => dayOf(starts_at)),
    alarmsOn: visits.filter(({ id }) => alarmed.has(id)).map(({ starts_at }) => dayOf(starts_at)),
  }
}

async function graveOnes(tx: Tx, visitIds: readonly string[]): Promise<Set<string>> {
  if (visitIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('visits_alarms')
    .where('visit_id', 'in', [...visitIds])
    .where((where) => where.or([where('kind', 'in', grave), where('police_at', 'is not', null)]))
    .select('visit_id')
    .execute()
  return new Set(rows.map(({ visit_id }) => visit_id))
}

function dayOf(instant: string): string {
  return tokyoDay(Temporal.Instant.from(instant)).toString()
}

/** Alarms as screens show them; those of a visit I am on are left out, but for drills that are over. */
export async function shownAlarms(
  tx: Tx,
  scope: Scope,
  alarms: readonly HeldAlarm[],
  whose: 'of-others' | 'all' = 'of-others',
): Promise<Alarm[]> {
  const members = await membersOf(tx, scope.organisationId)
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const me = scope.viewer?.memberId ?? ''
  const steps = await stepsOf(tx, alarms, names)
  const tellings = await tellingsOf(tx, alarms, names)
  const shown: Alarm[] = []
  for (const held of alarms) {
    const visit = await heldVisit(tx, held.visitId)
    if (!visit || (whose === 'of-others' && isOnVisit(visit.plan, me))) continue
    shown.push({
      ...facts(held, names),
      ...whereOf(visit, names),
      isMine: held.acknowledgedBy === me,
      steps: steps.get(held.id) ?? [],
      tellings: tellings.get(held.id) ?? [],
    })
  }
  return shown
}

type Names = ReadonlyMap<string, string>

function facts(held: HeldAlarm, names: Names) {
  const { id, visitId, kind, dueAt, raisedAt, round, rung, stepAt, acknowledgedAt } = held
  const { policeAt, closedAt, outcome, position: where } = held
  const nameOf = (memberId: string | null) => (memberId ? (names.get(memberId) ?? null) : null)
  return {
    id,
    visitId,
    kind,
    dueAt,
    raisedAt,
    round,
    rung,
    stepAt,
    acknowledgedAt,
    policeAt,
    closedAt,
    position: where,
    outcomeWords: outcome?.words ?? null,
    isNotice: isNotice(kind),
    acknowledgedByName: nameOf(held.acknowledgedBy),
    closedByName: nameOf(held.closedBy),
  }
}

function whereOf({ complaintId, isDrill, plan }: Held, names: Names) {
  const { toWhom, address, question, visitorIds, watcherId } = plan
  return {
    complaintId,
    isDrill,
    toWhom,
    address,
    question,
    visitorNames: visitorIds.map((each) => names.get(each) ?? ''),
    watcherName: watcherId === null ? null : (names.get(watcherId) ?? null),
  }
}

async function stepsOf(
  tx: Tx,
  alarms: readonly HeldAlarm[],
  names: Names,
): Promise<Map<string, AlarmStep[]>> {
  if (alarms.length === 0) return new Map()
  const ids = alarms.map(({ id }) => id)
  const rows = await tx
    .selectFrom('visits_steps')
    .where('alarm_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .selectAll()
    .execute()
  const steps = rows.map(({ alarm_id: alarmId, member_id: memberId, ...row }) => ({
    alarmId,
    step: alarmStep.parse({ ...row, memberName: memberId && (names.get(memberId) ?? null) }),
  }))
  return grouped(steps, ({ step }) => step)
}

/** Of the newest round first; more than anybody reads is left out. */
const mostTellings = 2000

async function tellingsOf(
  tx: Tx,
  alarms: readonly HeldAlarm[],
  names: Names,
): Promise<Map<string, Telling[]>> {
  if (alarms.length === 0) return new Map()
  const ids = alarms.map(({ id }) => id)
  const rows = await tx
    .selectFrom('visits_tellings')
    .where('alarm_id', 'in', ids)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostTellings)
    .selectAll()
    .execute()
  const tellings = rows.map(({ alarm_id: alarmId, member_id: memberId, ...row }) => ({
    alarmId,
    told: telling.parse({ ...row, memberName: memberId && (names.get(memberId) ?? null) }),
  }))
  return grouped(tellings, ({ told }) => told)
}

function grouped<T extends { readonly alarmId: string }, V>(
  all: readonly T[],
  valueOf: (each: T) => V,
): Map<string, V[]> {
  const byAlarm = Map.groupBy(all, ({ alarmId }) => alarmId)
  return new Map([...byAlarm].map(([alarmId, its]) => [alarmId, its.map(valueOf)]))
}

/** Open alarms of which this member was told, and which nobody has taken. */
export async function ringingFor(tx: Tx, memberId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('visits_alarms')
    .where('closed_at', 'is', null)
    .where('acknowledged_at', 'is', null)
    .where('id', 'in', (query) =>
      query.selectFrom('visits_tellings').where('member_id', '=', memberId).select('alarm_id'),
    )
    .orderBy('raised_at')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What one rung still has to be told by one way. */
export async function waitingTellings(
  tx: Tx,
  of: { alarmId: string; round: number; rung: number; channel: Channel },
): Promise<{ id: string; memberId: string; attempts: number }[]> {
  const rows = await tx
    .selectFrom('visits_tellings')
    .where('alarm_id', '=', of.alarmId)
    .where('round', '=', of.round)
    .where('rung', '=', of.rung)
    .where('channel', '=', of.channel)
    .where('state', '=', 'waiting')
    .where('member_id', 'is not', null)
    .orderBy('id')
    .select(['id', 'member_id as memberId', 'attempts'])
    .execute()
  return rows.map(({ memberId, ...row }) => ({ ...row, memberId: memberId ?? '' }))
}

const outcome = z.object({ words: z.string() })

function toHeld(row: Selectable<VisitsAlarms>): HeldAlarm {
  return {
    id: row.id,
    visitId: row.visit_id,
    kind: alarmKind.parse(row.kind),
    dueAt: row.due_at,
    raisedAt: row.raised_at,
    round: row.round,
    rung: row.rung,
    stepAt: row.step_at,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
    policeAt: row.police_at,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    outcome: outcome.nullable().parse(row.outcome),
    position: position.nullable().parse(row.position),
  }
}
