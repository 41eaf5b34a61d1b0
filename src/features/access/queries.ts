import type { Database, Tx } from '#platform/db/database.ts'
import { remembered } from '#platform/db/remembered.ts'
import { rememberedFor, type RememberedFor } from '#platform/remembered-for.ts'
import {
  calendarSettings,
  demoSignIn,
  role,
  type CalendarSettings,
  type DemoSignIn,
  type Member,
  type Organisation,
  type Viewer,
} from './contract.ts'

/** A screen asks for several things at once; a role that was taken away on another node holds so much longer. */
const viewerMs = 1000

const viewers = new WeakMap<Database, RememberedFor<Viewer | null>>()

/** Before there is a scope: whose session is this, and in which organisation? Null when they belong to none. */
export function viewerNow(db: Database, userId: string): Promise<Viewer | null> {
  const known = viewers.get(db) ?? viewersOf(db)
  viewers.set(db, known)
  return known.get(userId)
}

function viewersOf(db: Database): RememberedFor<Viewer | null> {
  // Whoever has just become a member is one at once.
  const isMember = (found: Viewer | null) => found !== null
  return rememberedFor(viewerMs, (userId) => viewerOfUser(db, userId), isMember)
}

/** Somebody's name, roles or team were changed here: that holds for the next request. */
export function forgetViewers(db: Database): void {
  viewers.delete(db)
}

async function viewerOfUser(db: Database, userId: string): Promise<Viewer | null> {
  const row = await db
    .selectFrom('access_members as m')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .innerJoin('access_users as u', 'u.id', 'm.user_id')
    .where('m.user_id', '=', userId)
    .select([
      'm.id',
      'm.name',
      'm.roles',
      'u.email',
      'o.id as organisationId',
      'o.name as organisationName',
      'o.slug',
    ])
    .executeTakeFirst()
  if (!row) return null
  return {
    memberId: row.id,
    name: row.name,
    email: row.email,
    roles: role.array().parse(row.roles),
    teams: [],
    organisation: { id: row.organisationId, name: row.organisationName, slug: row.slug },
  }
}

/** The team a member works in; inside the wall, because teams belong to an organisation. */
export async function teamsOf(tx: Tx, memberId: string): Promise<Viewer['teams']> {
  return tx
    .selectFrom('access_members as m')
    .innerJoin('access_teams as t', 't.id', 'm.team_id')
    .where('m.id', '=', memberId)
    .select(['t.id', 't.name'])
    .execute()
}

export async function organisationById(
  db: Database | Tx,
  id: string,
): Promise<Organisation | undefined> {
  const row = await db
    .selectFrom('access_organisations')
    .where('id', '=', id)
    .select(['id', 'name', 'slug', 'calendar'])
    .executeTakeFirst()
  return row && { ...row, calendar: calendarSettings.parse(row.calendar) }
}

/** What promises, deadlines and the guide read of it all the time. */
export const organisationNow = remembered((tx, id) => organisationById(tx, id))

/** What its calendar was, and until when; oldest first. */
export async function formerCalendars(
  tx: Tx,
): Promise<{ until: string; calendar: CalendarSettings }[]> {
  const rows = await tx
    .selectFrom('access_calendars')
    .select(['until', 'calendar'])
    .orderBy('until')
    .execute()
  return rows.map(({ until, calendar }) => ({ until, calendar: calendarSettings.parse(calendar) }))
}

export async function organisationBySlug(
  db: Database | Tx,
  slug: string,
): Promise<Organisation | undefined> {
  const row = await db
    .selectFrom('access_organisations')
    .where('slug', '=', slug)
    .select(['id', 'name', 'slug', 'calendar'])
    .executeTakeFirst()
  return row && { ...row, calendar: calendarSettings.parse(row.calendar) }
}

export async function allOrganisations(
  db: Database,
): Promise<{ id: string; slug: string; name: string }[]> {
  return db
    .selectFrom('access_organisations')
    .select(['id', 'slug', 'name'])
    .orderBy('created_at')
    .execute()
}

/** Who signs in with this address in this organisation. */
export async function viewerOfAddress(
  db: Database,
  organisationId: string,
  email: string,
): Promise<Viewer | null> {
  const row = await db
    .selectFrom('access_members as m')
    .innerJoin('access_users as u', 'u.id', 'm.user_id')
    .where('m.organisation_id', '=', organisationId)
    .where('u.email', '=', email.trim().toLowerCase())
    .select('u.id')
    .executeTakeFirst()
  return row ? viewerOfUser(db, row.id) : null
}

export async function membersOf(tx: Tx, organisationId: string): Promise<Member[]> {
  const rows = await tx
    .selectFrom('access_members as m')
    .leftJoin('access_teams as t', 't.id', 'm.team_id')
    .where('m.organisation_id', '=', organisationId)
    .select([
      'm.id',
      'm.name',
      'm.business_name as businessName',
      'm.kana',
      'm.title',
      'm.roles',
      't.name as teamName',
      'm.is_away as isAway',
      'm.substitute_id as substituteId',
    ])
    .orderBy('m.kana')
    .execute()
  return rows.map((row) => ({ ...row, roles: role.array().parse(row.roles) }))
}

/** Name → what customers are told instead, of those for whom that differs. */
export const businessNamesNow = remembered(async (tx, organisationId) => {
  const rows = await tx
    .selectFrom('access_members')
    .where('organisation_id', '=', organisationId)
    .where('business_name', 'is not', null)
    .select(['name', 'business_name as businessName'])
    .execute()
  return new Map(rows.map(({ name, businessName }) => [name, businessName ?? name]))
}, 15_000)

export async function demoSignIns(db: Database): Promise<DemoSignIn[]> {
  const row = await db
    .selectFrom('access_organisations')
    .where('demo_sign_ins', 'is not', null)
    .select('demo_sign_ins')
    .executeTakeFirst()
  return demoSignIn.array().parse(row?.demo_sign_ins ?? [])
}
