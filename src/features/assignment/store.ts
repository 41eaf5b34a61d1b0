import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { DeskFields, DeskHours, Narrow, ProfileFields } from './contract.ts'
import { forgetSetup, type HoursVersion } from './queries.ts'

/** New hours hold from `at` on; what was counted with the old ones stays counted. */
export async function saveDesk(
  tx: Tx,
  { organisationId }: Scope,
  deskId: string,
  desk: DeskFields,
  at: string,
): Promise<void> {
  const fields = {
    name: desk.name,
    member_ids: [...new Set(desk.memberIds)],
    skills: JSON.stringify(desk.skills),
    hours: JSON.stringify(versionsWith(await hoursOf(tx, deskId), desk.hours, at)),
    assigns_at_arrival: desk.assignsAtArrival,
  }
  const position = sql<number>`(select count(*) from assignment_desks)`
  await tx
    .insertInto('assignment_desks')
    .values({ id: deskId, organisation_id: organisationId, position, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
  forgetSetup(organisationId)
}

async function hoursOf(tx: Tx, deskId: string): Promise<unknown> {
  const row = await tx
    .selectFrom('assignment_desks')
    .where('id', '=', deskId)
    .select('hours')
    .executeTakeFirst()
  return row?.hours
}

function versionsWith(before: unknown, hours: DeskHours | null, at: string): HoursVersion[] {
  const versions: HoursVersion[] = Array.isArray(before) ? before : []
  const last = versions.at(-1)
  if (!last) return [{ until: null, hours }]
  if (JSON.stringify(last.hours) === JSON.stringify(hours)) return versions
  return [...versions.slice(0, -1), { ...last, until: at }, { until: null, hours }]
}

/** What waits at a desk that is closed for good goes to the first one that is left. */
export async function removeDesk(tx: Tx, { organisationId }: Scope, deskId: string): Promise<void> {
  await tx
    .updateTable('assignment_places')
    .set({
      desk_id: sql<string>`(select id from assignment_desks where id <> ${deskId}
        order by position, id limit 1)`,
    })
    .where('desk_id', '=', deskId)
    .execute()
  await tx.deleteFrom('assignment_desks').where('id', '=', deskId).execute()
  forgetSetup(organisationId)
}

export async function saveProfile(
  tx: Tx,
  { organisationId }: Scope,
  memberId: string,
  { skills, carries, hours }: ProfileFields,
): Promise<void> {
  const fields = {
    skills: JSON.stringify(skills),
    carries,
    hours: hours === null ? null : JSON.stringify(hours),
  }
  await tx
    .insertInto('assignment_members')
    .values({ member_id: memberId, organisation_id: organisationId, ...fields })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(fields))
    .execute()
  forgetSetup(organisationId)
}

export type Place = {
  readonly deskId?: string | null
  readonly queuedAt?: string | null
  readonly goal?: string | null
  readonly dueAt?: string | null
}

/** What lists need to know of where a complaint is; what is left out stays. */
export async function savePlace(
  tx: Tx,
  { organisationId }: Scope,
  complaintId: string,
  place: Place,
): Promise<void> {
  const fields = {
    ...(place.deskId === undefined ? {} : { desk_id: place.deskId }),
    ...(place.queuedAt === undefined ? {} : { queued_at: place.queuedAt }),
    ...(place.goal === undefined ? {} : { goal: place.goal }),
    ...(place.dueAt === undefined ? {} : { due_at: place.dueAt }),
  }
  await tx
    .insertInto('assignment_places')
    .values({ complaint_id: complaintId, organisation_id: organisationId, ...fields })
    .onConflict((conflict) => conflict.column('complaint_id').doUpdateSet(fields))
    .execute()
}

export async function saveMark(
  tx: Tx,
  { organisationId }: Scope,
  complaintId: string,
  mark: string,
  isOn: boolean,
): Promise<void> {
  if (isOn)
    await tx
      .insertInto('assignment_marks')
      .values({ complaint_id: complaintId, organisation_id: organisationId, mark })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await tx
      .deleteFrom('assignment_marks')
      .where('complaint_id', '=', complaintId)
      .where('mark', '=', mark)
      .execute()
}

/** Marks are words of ours about a customer's complaint: erased with it. */
export async function forgetMarks(tx: Tx, complaintId: string): Promise<void> {
  await tx.deleteFrom('assignment_marks').where('complaint_id', '=', complaintId).execute()
}

/** False: the id is somebody else's view. */
export async function saveView(
  tx: Tx,
  { organisationId }: Scope,
  view: { id: string; memberId: string; name: string; filter: Narrow; at: string },
): Promise<boolean> {
  const { id, memberId, name, at } = view
  const filter = JSON.stringify(view.filter)
  const row = await tx
    .insertInto('assignment_views')
    .values({
      id,
      organisation_id: organisationId,
      member_id: memberId,
      name,
      filter,
      created_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ name, filter })
        .where('assignment_views.member_id', '=', memberId),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function removeView(tx: Tx, viewId: string, memberId: string): Promise<void> {
  await tx
    .deleteFrom('assignment_views')
    .where('id', '=', viewId)
    .where('member_id', '=', memberId)
    .execute()
}
