import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Visits } from '#platform/db/tables/visits.ts'
import { position, visitState, type Position } from './contract.ts'
import type { Watched } from './course/rules.ts'
import {
  plan,
  report,
  riskReason,
  type Plan,
  type Report,
  type RiskReason,
} from './planning/contract.ts'

/** A visit as its row holds it. */
export type Held = Watched & {
  readonly id: string
  readonly complaintId: string | null
  readonly isDrill: boolean
  readonly plan: Plan
  readonly madeBy: string
  readonly approvedAt: string | null
  readonly approvedBy: string | null
  /** The reasons of the risk that whoever approved it knew. */
  readonly approvedWith: readonly RiskReason[]
  readonly position: Position | null
  readonly battery: number | null
  readonly watchAt: string | null
  readonly report: Report | null
  readonly reportedAt: string | null
  readonly reportedBy: string | null
}

export async function heldVisit(tx: Tx, id: string): Promise<Held | undefined> {
  const row = await tx.selectFrom('visits').where('id', '=', id).selectAll().executeTakeFirst()
  return row && toHeld(row)
}

/** The same, and nobody else changes it until this transaction is over. */
export async function lockedVisit(tx: Tx, id: string): Promise<Held | undefined> {
  const row = await tx
    .selectFrom('visits')
    .where('id', '=', id)
    .forUpdate()
    .selectAll()
    .executeTakeFirst()
  return row && toHeld(row)
}

/** Those for which it is time; another node that looks at the same moment takes the others. */
export async function dueVisits(tx: Tx, now: string, most: number): Promise<Held[]> {
  const rows = await tx
    .selectFrom('visits')
    .where('watch_at', '<=', now)
    .orderBy('watch_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

export async function visitsOfComplaint(tx: Tx, complaintId: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('visits')
    .where('complaint_id', '=', complaintId)
    .orderBy('starts_at', 'desc')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

/** Under way whenever they began, to come, and over since `since`. */
export async function visitsSince(tx: Tx, since: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('visits')
    .where((where) =>
      where.or([
        where('starts_at', '>', since),
        where('state', 'in', ['left', 'arrived', 'talking', 'ended']),
      ]),
    )
    .orderBy('starts_at')
    .orderBy('id')
    .limit(500)
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

/** Those this member goes to or waits outside of: not over, or of the day that begins at `from`. */
export async function visitsOfMember(tx: Tx, memberId: string, from: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('visits')
    .where('id', 'in', (query) =>
      query
        .selectFrom('visits_people')
        .where('member_id', '=', memberId)
        .where('role', '!=', 'watcher')
        .select('visit_id'),
    )
    .where((where) =>
      where.or([
        where('starts_at', '>=', from),
        where('state', 'in', ['left', 'arrived', 'talking', 'ended']),
      ]),
    )
    .orderBy('starts_at')
    .orderBy('id')
    .limit(50)
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

/** member ids that have chosen their PINs. */
export async function withPins(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('visits_pins')
    .where('member_id', 'in', [...memberIds])
    .select('member_id')
    .execute()
  return new Set(rows.map(({ member_id }) => member_id))
}

export async function hasAgreedToLocation(tx: Tx, memberId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('visits_consents')
    .where('member_id', '=', memberId)
    .select('is_given')
    .executeTakeFirst()
  return row?.is_given ?? false
}

export async function isPressKnown(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('visits_presses')
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

function toHeld(row: Selectable<Visits>): Held {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    isDrill: row.is_drill,
    state: visitState.parse(row.state),
    plan: plan.parse(row.plan),
    startsAt: row.starts_at,
    backBy: row.back_by,
    checkInMinutes: row.check_in_minutes,
    madeBy: row.made_by,
    approvedWith: riskReason.array().nullable().parse(row.approved_with) ?? [],
    ...moments(row),
    position: position.nullable().parse(row.position),
    battery: row.battery,
    watchAt: row.watch_at,
    report: report.nullable().parse(row.report),
    reportedAt: row.reported_at,
    reportedBy: row.reported_by,
  }
}

function moments(row: Selectable<Visits>) {
  return {
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    leftAt: row.left_at,
    arrivedAt: row.arrived_at,
    talkingAt: row.talking_at,
    lastSignAt: row.last_sign_at,
    endedAt: row.ended_at,
    backAt: row.back_at,
    helpAt: row.help_at,
    forcedAt: row.forced_at,
    contactAt: row.contact_at,
  }
}
