import { sql } from 'kysely'
import { z } from 'zod'
import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import type { Timetable } from '#kernel/business-time.ts'
import { ask, type Tx } from '#platform/db/database.ts'
import { remembered } from '#platform/db/remembered.ts'
import type { OrganisationId } from '#features/access/contract.ts'
import { calendarsOf, membersOf, toBusinessCalendar, type Scope } from '#features/access/door.ts'
import {
  deskHours,
  memberHours,
  skill,
  usuallyCarried,
  type Desk,
  type DeskHours,
  type MemberProfile,
} from './contract.ts'
import { targetRow, type TargetEdition } from './targets/contract.ts'

const hoursVersion = z.object({ until: z.string().nullable(), hours: deskHours.nullable() })
export type HoursVersion = z.output<typeof hoursVersion>

export type Setup = {
  readonly desks: readonly Desk[]
  readonly members: readonly MemberProfile[]
  readonly editions: readonly TargetEdition[]
  /** By desk; under '' that of the organisation. */
  readonly timetables: ReadonlyMap<string, Timetable>
}

/** Desks, members, targets and hours change a few times a month and are read with every arrival and every list. */
const setups = remembered(readSetup)

export function setupOf(tx: Tx, { organisationId }: Pick<Scope, 'organisationId'>): Promise<Setup> {
  return setups.of(tx, organisationId)
}

export function forgetSetup(organisationId: string): void {
  setups.forget(organisationId)
}

export function timetableOf({ timetables }: Setup, deskId: string | null): Timetable {
  return timetables.get(deskId ?? '') ?? timetables.get('') ?? []
}

async function readSetup(tx: Tx, organisationId: string): Promise<Setup> {
  // An id that came out of a scope.
  const company = await calendarsOf(tx, { organisationId: organisationId as OrganisationId })
  const rows = await tx
    .selectFrom('assignment_desks')
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute()
  const desks = rows.map((row) => ({ row, versions: hoursVersion.array().parse(row.hours) }))
  return {
    desks: desks.map(({ row, versions }) => ({
      id: row.id,
      name: row.name,
      memberIds: row.member_ids,
      skills: skill.array().parse(row.skills),
      hours: versions.at(-1)?.hours ?? null,
      assignsAtArrival: row.assigns_at_arrival,
    })),
    members: await profilesOf(tx, organisationId),
    editions: await editionsOf(tx),
    timetables: new Map([
      ['', company] as const,
      ...desks.map(({ row, versions }) => [row.id, laidOver(company, versions)] as const),
    ]),
  }
}

/** The hours of a desk through time; where it has none of its own, those of the organisation at that time. */
function laidOver(company: Timetable, versions: readonly HoursVersion[]): Timetable {
  return versions.flatMap(({ until, hours }, index) => {
    if (hours) return [{ until, calendar: calendarWith(hours) }]
    const begins = versions[index - 1]?.until ?? null
    return company
      .filter((each, at) => {
        const from = company[at - 1]?.until ?? null
        return comesBefore(begins, each.until) && comesBefore(from, until)
      })
      .map((each) => ({ ...each, until: earlier(each.until, until) }))
  })
}

/** A beginning (null: always been) before an end (null: none). */
function comesBefore(begins: string | null, ends: string | null): boolean {
  return begins === null || ends === null || Date.parse(begins) < Date.parse(ends)
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return Date.parse(one) < Date.parse(other) ? one : other
}

function calendarWith({ breaks, ...hours }: DeskHours): BusinessCalendar {
  return { ...toBusinessCalendar(hours), breaks }
}

async function profilesOf(tx: Tx, organisationId: string): Promise<MemberProfile[]> {
  const rows = await tx.selectFrom('assignment_members').selectAll().execute()
  const known = new Map(rows.map((row) => [row.member_id, row]))
  const members = await membersOf(tx, organisationId)
  return members.map(({ id, name }) => {
    const row = known.get(id)
    return {
      memberId: id,
      name,
      skills: skill.array().parse(row?.skills ?? []),
      carries: row?.carries ?? usuallyCarried,
      hours: memberHours.nullable().parse(row?.hours ?? null),
    }
  })
}

async function editionsOf(tx: Tx): Promise<TargetEdition[]> {
  const rows = await tx
    .selectFrom('assignment_targets')
    .select(['from_on as fromOn', 'rows'])
    .orderBy('from_on')
    .execute()
  return rows.map(({ fromOn, rows }) => ({ fromOn, rows: targetRow.array().parse(rows) }))
}

/** At which desk complaints are, and since when they wait there for somebody. */
export async function placesOf(
  tx: Tx,
  complaintIds: readonly string[],
): Promise<Map<string, { deskId: string | null; queuedAt: string | null; goal: string | null }>> {
  if (complaintIds.length === 0) return new Map()
  const asked = tx
    .selectFrom('assignment_places')
    .where('complaint_id', '=', anyOf(complaintIds))
    .select(['complaint_id as id', 'desk_id as deskId', 'queued_at as queuedAt', 'goal'])
  const rows = await ask(tx, asked.compile())
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** What waits at a desk for somebody to take it, the longest waiting first. */
export async function queuedAtDesk(tx: Tx, deskId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment_places')
    .where('desk_id', '=', deskId)
    .where('queued_at', 'is not', null)
    .select('complaint_id as id')
    .orderBy('queued_at')
    .limit(200)
    .execute()
  return rows.map(({ id }) => id)
}

export async function marksOn(
  tx: Tx,
  complaintIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (complaintIds.length === 0) return new Map()
  const asked = tx
    .selectFrom('assignment_marks')
    .where('complaint_id', '=', anyOf(complaintIds))
    .select(['complaint_id as id', 'mark'])
    .orderBy('mark')
  const rows = await ask(tx, asked.compile())
  const byId = Map.groupBy(rows, ({ id }) => id)
  return new Map([...byId].map(([id, all]) => [id, all.map(({ mark }) => mark)]))
}

/** One value, however many: the statement is the same for each page, and prepared. */
function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`
}
