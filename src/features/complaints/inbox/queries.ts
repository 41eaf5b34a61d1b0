import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { tokyoDay, toInstant } from '#kernel/tokyo.ts'
import { ask, type Tx } from '#platform/db/database.ts'
import { allOf } from '#platform/search/tsvector.ts'
import type { Scope } from '#features/access/door.ts'
import { channel, complaintState, severity, type ComplaintLine, type View } from '../contract.ts'
import { countedFinds, soughtTerms, standingTerm } from '../search.ts'
import { countStanding } from '../tallies/queries.ts'

export type ListQuery = {
  view: View
  words?: string | undefined
  /** The lines that come after this place, */
  cursor?: string | undefined
  /** or those right before this one, */
  before?: string | undefined
  /** or those after so many. */
  skip?: number | undefined
  limit: number
  /** What another room narrows the list to: a condition on `complaints`. */
  within?: RawBuilder<SqlBool> | undefined
}

type Page = {
  complaints: ComplaintLine[]
  total: number
  isAtLeast: boolean
  next: string | null
}

/** One page of a view, newest first. The cursor is the place of the last line: `receivedAt/id`. */
export async function listOf(tx: Tx, scope: Scope, now: string, query: ListQuery): Promise<Page> {
  const { total, isAtLeast, rows } = query.words
    ? await searched(tx, scope, now, query, query.words)
    : await listed(tx, scope, now, query)
  const isMore = query.before !== undefined || rows.length === query.limit
  const last = isMore ? rows.at(-1) : undefined
  return {
    complaints: rows.map(toLine),
    total,
    isAtLeast,
    next: last ? `${last.receivedAt}/${last.id}` : null,
  }
}

const lineColumns = [
  'complaints.id',
  'complaints.number',
  'complaints.channel',
  'complaints.state',
  'complaints.subject',
  'complaints.excerpt',
  'complaints.customer_name as customerName',
  'complaints.received_at as receivedAt',
  'complaints.severity',
  'complaints.is_safety as isSafety',
  'complaints.owner_id as ownerId',
  'm.name as ownerName',
  'complaints.next_due_at as nextDueAt',
  'complaints.has_broken_promise as hasBrokenPromise',
  'complaints.is_escalated as isEscalated',
] as const

type Way = 'asc' | 'desc'

function lines(tx: Tx, way: Way) {
  return tx
    .selectFrom('complaints')
    .leftJoin('access_members as m', 'm.id', 'complaints.owner_id')
    .select(lineColumns)
    .orderBy('complaints.received_at', way)
    .orderBy('complaints.id', way)
}

async function listed(tx: Tx, scope: Scope, now: string, query: ListQuery) {
  const page = async () => {
    const place = query.skip ? await placeAfter(tx, scope, now, query, query.skip) : query.cursor
    return place === null ? [] : linesBehind(tx, scope, now, query, place)
  }
  // The lines are asked for before the count is answered: both go one way.
  const [total, rows] = await Promise.all([countOf(tx, scope, now, query), page()])
  return {
    total,
    isAtLeast: false,
    rows: query.before === undefined ? rows : rows.toReversed(),
  }
}

function linesBehind(
  tx: Tx,
  scope: Scope,
  now: string,
  query: ListQuery,
  place: string | undefined,
) {
  const [receivedAt, id] = [sql.ref('complaints.received_at'), sql.ref('complaints.id')]
  const page = lines(tx, wayOf(query))
    .where(viewOf(scope, now, query.view))
    .where(query.within ?? everything)
    .where(behind(place, receivedAt, id))
    .where(ahead(query.before, receivedAt, id))
    .limit(query.limit)
  return ask(tx, page.compile())
}

/** The nearest come first, and are turned round afterwards. */
function wayOf({ before }: ListQuery): Way {
  return before === undefined ? 'desc' : 'asc'
}

/** The cursor of line `skip`, found in an index without reading the lines that are passed over. Null: there are fewer. */
async function placeAfter(tx: Tx, scope: Scope, now: string, query: ListQuery, skip: number) {
  const line = await tx
    .selectFrom('complaints')
    .where(viewOf(scope, now, query.view))
    .where(query.within ?? everything)
    .select(['complaints.received_at as receivedAt', 'complaints.id'])
    .orderBy('complaints.received_at', 'desc')
    .orderBy('complaints.id', 'desc')
    .offset(skip - 1)
    .limit(1)
    .executeTakeFirst()
  return line ? `${line.receivedAt}/${line.id}` : null
}

const everything = sql<SqlBool>`true`
const nothing = { total: 0, isAtLeast: false, rows: [] }

function behind(
  cursor: string | undefined,
  receivedAt: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
) {
  const place = placeOf(cursor)
  if (place.at === null) return everything
  return sql<SqlBool>`(${receivedAt}, ${id}) < (${place.at}::timestamptz, ${place.id}::uuid)`
}

function ahead(
  before: string | undefined,
  receivedAt: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
) {
  const place = placeOf(before)
  if (place.at === null) return everything
  return sql<SqlBool>`(${receivedAt}, ${id}) > (${place.at}::timestamptz, ${place.id}::uuid)`
}

/** What a cursor says. Both null: no place, so no bound. */
function placeOf(cursor: string | undefined): { at: string | null; id: string | null } {
  const [at, id] = cursor?.split('/') ?? []
  return at === undefined || id === undefined ? { at: null, id: null } : { at, id }
}

/** Whole views are counted while they are written; what is narrower is as long as the work that lies there. */
async function countOf(tx: Tx, scope: Scope, now: string, { view, within }: ListQuery) {
  if (!within && isWhole(view)) return (await countStanding(tx))[view]
  const { total } = await tx
    .selectFrom('complaints')
    .where(viewOf(scope, now, view))
    .where(within ?? everything)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

function isWhole(view: View): view is 'open' | 'closed' | 'all' {
  return view === 'open' || view === 'closed' || view === 'all'
}

const open = sql<SqlBool>`complaints.closed_at is null`

const conditions: Record<View, (scope: Scope, now: string) => RawBuilder<SqlBool>> = {
  open: () => open,
  mine: ({ viewer }) => sql`${open} and complaints.owner_id = ${viewer?.memberId ?? null}`,
  unassigned: () => sql`${open} and complaints.owner_id is null`,
  'due-today': (_, now) => sql`${open} and complaints.next_due_at < ${tomorrowOf(now)}`,
  broken: () => sql`${open} and complaints.has_broken_promise`,
  safety: () => sql`${open} and complaints.is_safety`,
  escalated: () => sql`${open} and complaints.is_escalated`,
  closed: () => sql`complaints.closed_at is not null`,
  all: () => everything,
}

function viewOf(scope: Scope, now: string, view: View): RawBuilder<SqlBool> {
  return conditions[view](scope, now)
}

function tomorrowOf(now: string): string {
  const today = tokyoDay(Temporal.Instant.from(now))
  return toInstant(today.add({ days: 1 }), '00:00').toString()
}

/**
 * Every term must occur. A text without any term (「。」) finds nothing rather than everything. What is found brings what
 * it is sorted by, so that of thousands only one page is read.
 */
async function searched(tx: Tx, scope: Scope, now: string, query: ListQuery, words: string) {
  const terms = soughtTerms(words)
  if (terms.length === 0) return nothing
  const asked = allOf([...terms, ...standing(query.view)])
  const isPlain = !query.within && isWhole(query.view)
  const { total, isAtLeast, ids } = isPlain
    ? await newest(tx, query, asked)
    : await among(tx, scope, now, query, asked)
  if (ids.length === 0) return { total, isAtLeast, rows: [] }
  const rows = await lines(tx, 'desc')
    .where('complaints.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return { total, isAtLeast, rows }
}

type Found = {
  readonly total: number
  readonly isAtLeast: boolean
  readonly ids: string[]
}

/** A whole view is told by the terms alone; of many finds only the days one looks at are read. */
async function newest(tx: Tx, query: ListQuery, terms: RawBuilder<string | null>) {
  const [olderThan, newerThan] = [placeOf(query.cursor), placeOf(query.before)]
  const { rows } = await sql<Found>`
    select total, is_at_least as "isAtLeast", ids
      from complaints_found_page(${terms}, (select max(received_at) from complaints), ${olderThan.at}, ${olderThan.id}, ${newerThan.at}, ${newerThan.id},
      ${query.before !== undefined}, ${query.skip ?? 0}, ${query.limit}, ${countedFinds})`.execute(
    tx,
  )
  return rows[0] ?? noFinds
}

/** What other conditions narrow is read whole: it is as long as the work that lies there. */
async function among(
  tx: Tx,
  scope: Scope,
  now: string,
  query: ListQuery,
  terms: RawBuilder<string | null>,
) {
  const [receivedAt, id, way] = [
    sql.ref('received_at'),
    sql.ref('complaint_id'),
    sql.raw(wayOf(query)),
  ]
  const { rows } = await sql<Found>`
    with found as materialized (
      select found.complaint_id, found.received_at from complaints_found(${terms}) found
        join complaints on complaints.id = found.complaint_id
       where ${viewOf(scope, now, query.view)} and ${query.within ?? everything})
    select (select count(*) from found) as total, false as "isAtLeast", array(
      select complaint_id from found
       where ${behind(query.cursor, receivedAt, id)} and ${ahead(query.before, receivedAt, id)}
       order by received_at ${way}, complaint_id ${way} offset ${query.skip ?? 0} limit ${query.limit}) as ids`.execute(
    tx,
  )
  return rows[0] ?? noFinds
}

const noFinds: Found = { total: 0, isAtLeast: false, ids: [] }

/** Each view but the whole one and the closed one shows open complaints alone. */
function standing(view: View): string[] {
  return view === 'all' ? [] : [standingTerm(view !== 'closed')]
}

/** How many each view holds. What is open is looked at once for all of them. */
export async function viewCounts(tx: Tx, scope: Scope, now: string): Promise<Record<View, number>> {
  const whole = await countStanding(tx)
  const among = (view: View) => sql<number>`count(*) filter (where ${viewOf(scope, now, view)})`
  const open = await tx
    .selectFrom('complaints')
    .where('closed_at', 'is', null)
    .select([
      among('mine').as('mine'),
      among('unassigned').as('unassigned'),
      among('due-today').as('due-today'),
      among('broken').as('broken'),
      among('safety').as('safety'),
      among('escalated').as('escalated'),
    ])
    .executeTakeFirstOrThrow()
  return { ...whole, ...open }
}

type Listed = Omit<ComplaintLine, 'channel' | 'state' | 'severity'> & {
  channel: string
  state: string
  severity: string | null
}

const anySeverity = severity.nullable()

function toLine(row: Listed): ComplaintLine {
  return {
    ...row,
    channel: channel.parse(row.channel),
    state: complaintState.parse(row.state),
    severity: anySeverity.parse(row.severity),
  }
}
