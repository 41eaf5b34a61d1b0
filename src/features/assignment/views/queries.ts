import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { ComplaintLine, ListPlace } from '#features/complaints/contract.ts'
import { listOf } from '#features/complaints/door.ts'
import { narrow, type AssignedLine, type Narrow, type SavedView } from '../contract.ts'
import { marksOn, placesOf, setupOf } from '../queries.ts'
import { countingsOf } from '../targets/queries.ts'
import { foremost, standingOf } from '../targets/rules.ts'

type AskedPage = Narrow & ListPlace & { readonly counted?: boolean }

/** One page of the inbox, with desk, marks and the target that comes first. */
export async function assignedPage(tx: Tx, scope: Scope, now: string, query: AskedPage) {
  const page = await listOf(tx, scope, now, { ...query, within: conditionOf(query, now) })
  return { ...page, at: now, complaints: await withAssignment(tx, scope, page.complaints, now) }
}

async function withAssignment(
  tx: Tx,
  scope: Scope,
  lines: readonly ComplaintLine[],
  now: string,
): Promise<AssignedLine[]> {
  const ids = lines.map(({ id }) => id)
  const { desks } = await setupOf(tx, scope)
  const names = new Map(desks.map(({ id, name }) => [id, name]))
  const [places, marks] = await Promise.all([placesOf(tx, ids), marksOn(tx, ids)])
  const open = lines.filter(({ state }) => state !== 'closed')
  const countings = await countingsOf(tx, scope, new Map(open.map((line) => [line.id, line])), now)
  return lines.map((line) => {
    const counting = countings.get(line.id)
    return {
      ...line,
      deskName: names.get(places.get(line.id)?.deskId ?? '') ?? null,
      marks: marks.get(line.id) ?? [],
      clock: counting ? foremost(standingOf(counting).clocks) : null,
    }
  })
}

const isOverTarget = (now: string) =>
  sql<SqlBool>`complaints.closed_at is null and complaints.id in
    (select p.complaint_id from assignment_places p where p.due_at < ${now})`

const isQueued = sql<SqlBool>`complaints.closed_at is null and complaints.owner_id is null
  and complaints.id in
    (select p.complaint_id from assignment_places p where p.queued_at is not null)`

function conditionOf(asked: Narrow, now: string): RawBuilder<SqlBool> | undefined {
  const { deskId, ownerId, channel, severity, mark, isOver } = asked
  const all = [
    deskId === undefined
      ? undefined
      : sql<SqlBool>`complaints.id in
          (select p.complaint_id from assignment_places p where p.desk_id = ${deskId})`,
    ownerId === undefined ? undefined : sql<SqlBool>`complaints.owner_id = ${ownerId}`,
    channel === undefined ? undefined : sql<SqlBool>`complaints.channel = ${channel}`,
    severity === undefined ? undefined : sql<SqlBool>`complaints.severity = ${severity}`,
    mark === undefined
      ? undefined
      : sql<SqlBool>`complaints.id in
          (select m.complaint_id from assignment_marks m where m.mark = ${mark})`,
    isOver ? isOverTarget(now) : undefined,
  ].filter((condition) => condition !== undefined)
  return all.length === 0 ? undefined : sql<SqlBool>`${sql.join(all, sql` and `)}`
}

/** One's own views, each counted now. */
export async function viewsOf(
  tx: Tx,
  scope: Scope,
  now: string,
): Promise<{ views: SavedView[]; over: number; queued: number }> {
  const rows = await tx
    .selectFrom('assignment_views')
    .where('member_id', '=', scope.viewer?.memberId ?? null)
    .select(['id', 'name', 'filter'])
    .orderBy('created_at')
    .execute()
  const count = async (filter: Narrow) => {
    const { view, words } = filter
    const within = conditionOf(filter, now)
    const asked = { view, words, limit: 1, counted: true, within }
    const { total, isAtLeast } = await listOf(tx, scope, now, asked)
    return { count: total, isAtLeast }
  }
  const views: SavedView[] = []
  for (const { id, name, filter } of rows) {
    const read = narrow.parse(filter)
    views.push({ id, name, filter: read, ...(await count(read)) })
  }
  const queued = await listOf(tx, scope, now, { view: 'open', limit: 1, within: isQueued })
  const { count: over } = await count({ view: 'open', isOver: true })
  return { views, over, queued: queued.total }
}
