import { sql } from 'kysely'
import { afterCommit, type Database, type Tx } from '#platform/db/database.ts'
import type { CalendarSettings, DemoSignIn, Organisation, Role } from './contract.ts'
import { businessNamesNow, forgetViewers, organisationNow } from './queries.ts'

export type NewMember = {
  id: string
  userId: string | null
  name: string
  kana: string | null
  title: string | null
  roles: readonly Role[]
  teamId: string | null
}

export async function insertOrganisation(
  db: Database,
  organisation: Organisation & { createdAt: string },
): Promise<void> {
  await db
    .insertInto('access_organisations')
    .values({
      id: organisation.id,
      name: organisation.name,
      slug: organisation.slug,
      calendar: JSON.stringify(organisation.calendar),
      created_at: organisation.createdAt,
    })
    .execute()
}

export async function insertTeam(
  tx: Tx,
  organisationId: string,
  team: { id: string; name: string },
) {
  await tx
    .insertInto('access_teams')
    .values({ ...team, organisation_id: organisationId })
    .execute()
}

export async function insertMember(db: Database, organisationId: string, member: NewMember) {
  await db
    .insertInto('access_members')
    .values({
      id: member.id,
      organisation_id: organisationId,
      user_id: member.userId,
      name: member.name,
      kana: member.kana,
      title: member.title,
      roles: [...member.roles],
      team_id: member.teamId,
    })
    .execute()
}

export async function updateOrganisation(
  tx: Tx,
  organisationId: string,
  change: { name: string; calendar: CalendarSettings },
  at: string,
) {
  await keepCalendar(tx, organisationId, change.calendar, at)
  await tx
    .updateTable('access_organisations')
    .set({ name: change.name, calendar: JSON.stringify(change.calendar) })
    .where('id', '=', organisationId)
    .execute()
  organisationNow.forget(organisationId)
}

/** What the calendar was until now, when this changes it: what was counted with it stays counted. */
async function keepCalendar(
  tx: Tx,
  organisationId: string,
  calendar: CalendarSettings,
  at: string,
) {
  await tx
    .insertInto('access_calendars')
    .columns(['organisation_id', 'until', 'calendar'])
    .expression((e) =>
      e
        .selectFrom('access_organisations')
        .where('id', '=', organisationId)
        .where('calendar', '!=', sql<string>`${JSON.stringify(calendar)}::jsonb`)
        .select(['id', sql<string>`${at}::timestamptz`.as('until'), 'calendar']),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateAbsence(
  tx: Tx,
  organisationId: string,
  memberId: string,
  absence: { isAway: boolean; substituteId: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('access_members')
    .set({ is_away: absence.isAway, substitute_id: absence.substituteId })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', memberId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function updateBusinessName(
  tx: Tx,
  organisationId: string,
  memberId: string,
  businessName: string | null,
): Promise<void> {
  await tx
    .updateTable('access_members')
    .set({ business_name: businessName })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', memberId)
    .execute()
  businessNamesNow.forget(organisationId)
}

export async function updateDemoSignIns(
  db: Database,
  organisationId: string,
  signIns: DemoSignIn[],
) {
  await db
    .updateTable('access_organisations')
    .set({ demo_sign_ins: JSON.stringify(signIns) })
    .where('id', '=', organisationId)
    .execute()
}

/** Which roles a member has from here on. */
export async function updateRoles(
  tx: Tx,
  scope: { readonly organisationId: string },
  memberId: string,
  roles: readonly Role[],
): Promise<void> {
  await tx
    .updateTable('access_members')
    .set({ roles: [...roles] })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', memberId)
    .execute()
  afterCommit(tx, forgetViewers)
}
