import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import { visitsMoved } from './contract.ts'
import type { Plan, Report, RiskReason } from './planning/contract.ts'
import { forgetSheets } from './police/store.ts'
import type { Held } from './queries.ts'

type Organisation = Pick<Scope, 'organisationId'>

export type NewVisit = {
  readonly id: string
  readonly complaintId: string | null
  readonly isDrill: boolean
  readonly at: string
  readonly by: string
}

export async function insertVisit(
  tx: Tx,
  { organisationId }: Organisation,
  { id, complaintId, isDrill, at, by }: NewVisit,
  plan: Plan,
): Promise<void> {
  await tx
    .insertInto('visits')
    .values({
      id,
      organisation_id: organisationId,
      complaint_id: complaintId,
      is_drill: isDrill,
      state: 'planned',
      made_at: at,
      made_by: by,
      ...planned(plan),
    })
    .execute()
  await replacePeople(tx, { organisationId }, id, plan)
}

/** A changed plan is one that nobody has approved. */
export async function savePlan(
  tx: Tx,
  scope: Organisation,
  visitId: string,
  plan: Plan,
): Promise<void> {
  await tx
    .updateTable('visits')
    .set({ ...planned(plan), approved_at: null, approved_by: null, approved_with: null })
    .where('id', '=', visitId)
    .execute()
  await replacePeople(tx, scope, visitId, plan)
}

function planned(plan: Plan) {
  return {
    plan: JSON.stringify(plan),
    starts_at: plan.startsAt,
    back_by: plan.backBy,
    check_in_minutes: plan.checkInMinutes,
  }
}

async function replacePeople(
  tx: Tx,
  { organisationId }: Organisation,
  visitId: string,
  { visitorIds, outsideIds, watcherId }: Plan,
): Promise<void> {
  await tx.deleteFrom('visits_people').where('visit_id', '=', visitId).execute()
  const people = [
    ...visitorIds.map((member) => ({ member, role: 'visitor' })),
    ...outsideIds.map((member) => ({ member, role: 'outside' })),
    ...(watcherId === null ? [] : [{ member: watcherId, role: 'watcher' }]),
  ]
  if (people.length === 0) return
  await tx
    .insertInto('visits_people')
    .values(
      people.map(({ member, role }) => ({
        visit_id: visitId,
        member_id: member,
        role,
        organisation_id: organisationId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function saveApproval(
  tx: Tx,
  visitId: string,
  approval: { at: string; by: string; reasons: readonly RiskReason[] },
): Promise<void> {
  await tx
    .updateTable('visits')
    .set({
      approved_at: approval.at,
      approved_by: approval.by,
      approved_with: JSON.stringify(approval.reasons),
    })
    .where('id', '=', visitId)
    .execute()
}

export async function saveCalledOff(tx: Tx, visitId: string, at: string): Promise<void> {
  await tx
    .updateTable('visits')
    .set({ state: 'called-off', called_off_at: at, watch_at: null })
    .where('id', '=', visitId)
    .execute()
}

export async function saveReport(
  tx: Tx,
  visitId: string,
  report: Report,
  told: { at: string; by: string },
): Promise<void> {
  await tx
    .updateTable('visits')
    .set({ report: JSON.stringify(report), reported_at: told.at, reported_by: told.by })
    .where('id', '=', visitId)
    .execute()
}

/** Where the visit stands; the same columns whatever was pressed. */
export async function saveCourse(tx: Tx, held: Held): Promise<void> {
  await tx
    .updateTable('visits')
    .set({
      state: held.state,
      back_by: held.backBy,
      left_at: held.leftAt,
      arrived_at: held.arrivedAt,
      talking_at: held.talkingAt,
      last_sign_at: held.lastSignAt,
      ended_at: held.endedAt,
      back_at: held.backAt,
      help_at: held.helpAt,
      forced_at: held.forcedAt,
      contact_at: held.contactAt,
      position: held.position === null ? null : JSON.stringify(held.position),
      watch_at: held.watchAt,
    })
    .where('id', '=', held.id)
    .execute()
}

export async function saveWatch(tx: Tx, visitId: string, watchAt: string | null): Promise<void> {
  await tx.updateTable('visits').set({ watch_at: watchAt }).where('id', '=', visitId).execute()
}

export async function saveContact(
  tx: Tx,
  visitId: string,
  contact: { at: string; battery: number | null; queued: number; watchAt: string | null },
): Promise<void> {
  const { at, battery, queued, watchAt } = contact
  await tx
    .updateTable('visits')
    .set({ contact_at: at, battery, queued, watch_at: watchAt })
    .where('id', '=', visitId)
    .execute()
}

export type NewPress = {
  readonly id: string
  readonly visitId: string
  readonly memberId: string
  readonly kind: string
  readonly minutes: number | null
  readonly at: string
  readonly receivedAt: string
  readonly isNoted: boolean
}

/** False when this press was heard before. */
export async function insertPress(
  tx: Tx,
  { organisationId }: Organisation,
  press: NewPress,
): Promise<boolean> {
  const row = await tx
    .insertInto('visits_presses')
    .values({
      id: press.id,
      organisation_id: organisationId,
      visit_id: press.visitId,
      member_id: press.memberId,
      kind: press.kind,
      minutes: press.minutes,
      at: press.at,
      received_at: press.receivedAt,
      is_noted: press.isNoted,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Screens look again. It says nothing else: whoever is out there has a screen, too. */
export async function tellMoved(
  tx: Tx,
  { organisationId }: Organisation,
  id: string,
  at: string,
): Promise<void> {
  const notice: Notice = {
    organisationId,
    id,
    complaintId: id,
    sequence: 0,
    type: visitsMoved,
    at,
    by: 'system:visits',
  }
  tellNodes(tx, notice)
}

/** What of a plan tells whom they went to and why. */
const toWhomAndWhy = [
  'purpose',
  'toWhom',
  'address',
  'agreedWords',
  'holidayWords',
  'sign',
  'question',
  'bring',
  'mayPromise',
  'car',
  'clothes',
] as const

/** Whom they went to, why, and what was said. Who was on which visit when, and what became of its alarms, stays. */
export async function forgetVisits(tx: Tx, complaintId: string): Promise<void> {
  const visits = await tx
    .selectFrom('visits')
    .select('id')
    .where('complaint_id', '=', complaintId)
    .execute()
  const nobody = JSON.stringify(Object.fromEntries(toWhomAndWhy.map((name) => [name, ''])))
  const ids = visits.map(({ id }) => id)
  await forgetAlarms(tx, ids)
  await forgetSheets(tx, ids)
  await tx
    .updateTable('visits')
    .set({ plan: sql`plan || ${nobody}::jsonb`, report: null, position: null })
    .where('complaint_id', '=', complaintId)
    .execute()
}

async function forgetAlarms(tx: Tx, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return
  const alarms = tx.selectFrom('visits_alarms').select('id').where('visit_id', 'in', visitIds)
  await tx
    .updateTable('visits_steps')
    .set({ words: null })
    .where('alarm_id', 'in', alarms)
    .execute()
  await tx
    .updateTable('visits_alarms')
    .set({
      police_words: null,
      position: null,
      outcome: sql`case when outcome is null then null else jsonb_set(outcome, '{words}', '""') end`,
    })
    .where('visit_id', 'in', visitIds)
    .execute()
}
