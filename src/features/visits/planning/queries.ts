import type { Tx } from '#platform/db/database.ts'
import { calendarOf, membersOf, type Scope } from '#features/access/door.ts'
import { linesById, recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { loudOrAlarmed, openAlarmCounts } from '../alarms/queries.ts'
import { isOnVisit } from '../alarms/rules.ts'
import type { Missing } from '../contract.ts'
import { dueAtOf } from '../course/rules.ts'
import { withPins, type Held } from '../queries.ts'
import { settingsOf } from '../settings/queries.ts'
import type { Plan, Risk, RiskReason, Visit } from './contract.ts'
import { hasGrown, isOnHoliday, missingOf, riskOf, type Known } from './rules.ts'

export type Judged = { readonly risk: Risk; readonly missing: Missing[] }

/** A plan held against the record as it is now. A drill has none: only the plan speaks. */
export async function judge(
  tx: Tx,
  scope: Scope,
  of: {
    complaintId: string | null
    visitId: string | null
    approvedWith: readonly RiskReason[] | null
  },
  plan: Plan,
): Promise<Judged> {
  const calendar = await calendarOf(tx, scope)
  const risk = riskOf(plan, await knownOf(tx, scope, of), calendar)
  const pins = await withPins(tx, plan.visitorIds)
  const missing = missingOf(plan, {
    risk,
    isHoliday: isOnHoliday(plan, calendar),
    isApproved: of.approvedWith !== null && !hasGrown(risk, of.approvedWith),
    withoutPin: plan.visitorIds.filter((each) => !pins.has(each)),
  })
  return { risk, missing }
}

async function knownOf(
  tx: Tx,
  scope: Scope,
  { complaintId, visitId }: { complaintId: string | null; visitId: string | null },
): Promise<Known> {
  if (complaintId === null) return { cues: [], loudOn: [], alarmsOn: [] }
  const record = await recordOf(tx, scope, complaintId)
  const earlier = await loudOrAlarmed(tx, complaintId, visitId)
  return { cues: record?.cues ?? [], ...earlier }
}

export async function judgeHeld(tx: Tx, scope: Scope, held: Held): Promise<Judged> {
  const { id: visitId, complaintId, approvedAt, approvedWith, plan } = held
  const approval = approvedAt === null ? null : approvedWith
  return judge(tx, scope, { complaintId, visitId, approvedWith: approval }, plan)
}

/** Visits as the desk's screens show them, in the order given. */
export async function shownOf(tx: Tx, scope: Scope, visits: readonly Held[]): Promise<Visit[]> {
  const members = await membersOf(tx, scope.organisationId)
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const complaintIds = visits.flatMap(({ complaintId }) => complaintId ?? [])
  const lines = await linesById(tx, [...new Set(complaintIds)])
  const alarms = await openAlarmCounts(
    tx,
    visits.map(({ id }) => id),
  )
  const settings = await settingsOf(tx)
  const me = scope.viewer?.memberId ?? ''
  const shown: Visit[] = []
  for (const held of visits) {
    const isMine = isOnVisit(held.plan, me)
    const judged = await judgeHeld(tx, scope, held)
    shown.push({
      ...facts(held),
      ...judged,
      ...whoOf(held, names),
      complaintNumber: lines.get(held.complaintId ?? '')?.number ?? null,
      dueAt: dueAtOf(held, settings),
      alarms: isMine ? 0 : (alarms.get(held.id) ?? 0),
      isApprovalLapsed: held.approvedAt !== null && hasGrown(judged.risk, held.approvedWith),
      isMine,
    })
  }
  return shown
}

function facts(held: Held) {
  const { id, complaintId, isDrill, state, plan, startsAt, backBy, report, reportedAt } = held
  const { leftAt, arrivedAt, talkingAt, lastSignAt, endedAt, backAt, contactAt, battery } = held
  return {
    id,
    complaintId,
    isDrill,
    state,
    plan,
    startsAt,
    backBy,
    report,
    reportedAt,
    leftAt,
    arrivedAt,
    talkingAt,
    lastSignAt,
    endedAt,
    backAt,
    contactAt,
    battery,
    approvedAt: held.approvedAt,
  }
}

export function whoOf({ plan, approvedBy, reportedBy }: Held, names: ReadonlyMap<string, string>) {
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    visitorNames: plan.visitorIds.map(nameOf),
    outsideNames: plan.outsideIds.map(nameOf),
    watcherName: plan.watcherId === null ? null : nameOf(plan.watcherId),
    approvedByName: approvedBy === null ? null : nameOf(approvedBy),
    reportedByName: reportedBy === null ? null : nameOf(reportedBy.replace(/^member:/, '')),
  }
}

/** What a new plan takes over from the record: who it is, and in which words they asked for a visit or agreed to one. */
export function proposalOf(record: CaseRecord | undefined, checkInMinutes: number) {
  const asked = record?.demands.find(({ kind }) => kind === 'visit')
  const agreed = asked?.answer === 'accepted' ? (asked.answerWords ?? asked.words) : ''
  return { toWhom: record?.customer.name ?? '', agreedWords: agreed, checkInMinutes }
}
