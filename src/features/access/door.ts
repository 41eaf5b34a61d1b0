import { sql } from 'kysely'
import type { z } from 'zod'
import { japaneseOfficeCalendar, type BusinessCalendar } from '#kernel/business-calendar.ts'
import type { Language } from '#kernel/dictionary.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Result } from '#kernel/result.ts'
import { withinWall, type Database, type Tx } from '#platform/db/database.ts'
import type { AsOf } from '#platform/db/replica.ts'
import { route, type Call, type Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation, OrganisationId, Rule, Viewer } from './contract.ts'
import type { Bearer } from './keys/actions.ts'
import { permit, type May, type Scope } from './policy.ts'
import {
  allOrganisations,
  businessNamesNow,
  formerCalendars,
  organisationById,
  organisationNow,
} from './queries.ts'
import { toBusinessCalendar } from './rules.ts'

export type { May, Scope } from './policy.ts'
export { answerOnce } from './answers/actions.ts'
export { phonesOf } from './extensions/queries.ts'
export { extensionKey } from './extensions/rules.ts'
export { bearerOf } from './keys/actions.ts'
export {
  allOrganisations as organisations,
  demoSignIns,
  organisationBySlug,
  viewerOfAddress,
  viewerNow as viewerOf,
} from './queries.ts'

/** A member who is signed in. The only place, with the three below, that mints a scope. */
export function memberScope(viewer: Viewer, language: Language): Scope {
  return {
    organisationId: viewer.organisation.id as OrganisationId,
    actor: `member:${viewer.memberId}`,
    viewer,
    language,
  } as Scope
}

/** Another system, by its API key. */
export function keyScope({ organisationId, key, language }: Bearer): Scope {
  return {
    organisationId: organisationId as OrganisationId,
    actor: `key:${key.id}`,
    viewer: null,
    key,
    language,
  } as Scope
}

/** As the timeline names it. */
export function keyName(name: string): string {
  return `APIキー：${name}`
}

/** The public: a customer at the web form of one organisation. */
export function customerScope(organisationId: string, language: Language): Scope {
  return {
    organisationId: organisationId as OrganisationId,
    actor: 'customer',
    viewer: null,
    language,
  } as Scope
}

/** A timer or a reaction of a room. */
export function systemScope(organisationId: string, room: string): Scope {
  return {
    organisationId: organisationId as OrganisationId,
    actor: `system:${room}`,
    viewer: null,
    language: 'ja',
  } as Scope
}

export function permitted<A extends string>(scope: Scope, allowed: Rule<A>): Result<May<A>> {
  return permit(scope, allowed)
}

/** An endpoint for people who are signed in, and API keys, whom the rule allows. */
export function deskRoute<
  A extends string,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, O>,
  allowed: Rule<A>,
  handle: (
    call: Omit<Call<Scope, P, Q, B>, 'who'> & { may: May<A> },
  ) => Promise<Result<z.output<O>>>,
): Route<Scope | null> {
  const answering = route<Scope | null, P, Q, B, O>(endpoint, async ({ who, ...call }) => {
    const may = permit(who, allowed)
    return may.ok ? handle({ ...call, may: may.value }) : may
  })
  return { ...answering, keys: allowed.keys }
}

/** A company as it is on its first day: the calendar of a Japanese office, changed in the settings. */
export function newOrganisation(id: string, company: { name: string; slug: string }): Organisation {
  const { workdays, hours, yearEnd } = japaneseOfficeCalendar
  const calendar = {
    workdays: [...workdays],
    ...hours,
    closedOn: [],
    openOn: [],
    halfWeekdays: {},
    halfDays: {},
    yearEndFrom: yearEnd?.from ?? '12-29',
    yearEndTo: yearEnd?.to ?? '01-03',
  }
  return { id, ...company, calendar }
}

/** Inside the organisation's wall, as this person with these roles: confined tables show what is theirs to see. */
export function inside<T>(db: Database, scope: Scope, read: (tx: Tx) => Promise<T>): Promise<T> {
  return withinWall(db, scope, read)
}

/** The same for what looks back over months: from the replica, if there is one that follows. Never before a decision. */
export async function lookingBack<T>(
  { db, replica }: Pick<Ports, 'db' | 'replica'>,
  scope: Scope,
  read: (tx: Tx) => Promise<T>,
): Promise<AsOf<T>> {
  return replica ? replica.read(scope, read) : { value: await inside(db, scope, read), asOf: null }
}

/** member id → business name, for everybody of the organisation; API keys by their id, named as keys. */
export async function memberNames(tx: Tx, scope: Scope): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('access_members')
    .where('organisation_id', '=', scope.organisationId)
    .select(['id', 'name', sql<boolean>`false`.as('isKey')])
    .unionAll(tx.selectFrom('access_keys').select(['id', 'name', sql<boolean>`true`.as('isKey')]))
    .execute()
  return new Map(rows.map(({ id, name, isKey }) => [id, isKey ? keyName(name) : name]))
}

/** How customers are told a member's name: by the business name where there is one. */
export async function toldAs(tx: Tx, scope: Scope): Promise<(name: string) => string> {
  const names = await businessNamesNow.of(tx, scope.organisationId)
  return (name) => names.get(name) ?? name
}

export { membersOf } from './queries.ts'
export { restingAt, restsAt } from './rests/queries.ts'
export { rest, rise } from './rests/store.ts'
export { updateAbsence as setAbsence, updateRoles as setRoles } from './store.ts'
export { toBusinessCalendar } from './rules.ts'

/** The organisation's own business calendar. Throws when the organisation is gone: a scope outlives none. */
export async function calendarOf(tx: Tx, scope: Scope): Promise<BusinessCalendar> {
  const organisation = await organisationNow.of(tx, scope.organisationId)
  if (!organisation) throw new Error(`organisation ${scope.organisationId} is gone`)
  return toBusinessCalendar(organisation.calendar)
}

/** The calendars the organisation has had, oldest first; the last holds now (`until: null`). */
export async function calendarsOf(
  tx: Tx,
  scope: Pick<Scope, 'organisationId'>,
): Promise<{ until: string | null; calendar: BusinessCalendar }[]> {
  const now = await organisationById(tx, scope.organisationId)
  if (!now) throw new Error(`organisation ${scope.organisationId} is gone`)
  return [...(await formerCalendars(tx)), { until: null, calendar: now.calendar }].map(
    ({ until, calendar }) => ({ until, calendar: toBusinessCalendar(calendar) }),
  )
}

/** The organisation as customers know it. Throws when it is gone. */
export async function organisationOf(tx: Tx, scope: Scope): Promise<Organisation> {
  const organisation = await organisationNow.of(tx, scope.organisationId)
  if (!organisation) throw new Error(`organisation ${scope.organisationId} is gone`)
  return organisation
}

/** For commands: the organisation that was named, or the only one. Throws with a sentence for the terminal. */
export async function organisationFor(
  db: Database,
  slug: string | undefined,
): Promise<{ id: string; slug: string; name: string }> {
  const all = await allOrganisations(db)
  const known = all.map((each) => each.slug).join('、')
  if (all.length === 0)
    throw new Error('会社がまだありません。先に npm start か uketome demo で作ってください。')
  const found = slug
    ? all.find((each) => each.slug === slug)
    : all.length === 1
      ? all[0]
      : undefined
  if (found) return found
  if (slug) throw new Error(`「${slug}」という組織はありません（あるのは ${known}）。`)
  throw new Error(`組織がいくつもあります。--organisation で選んでください（${known}）。`)
}
