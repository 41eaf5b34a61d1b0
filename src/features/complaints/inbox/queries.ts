import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { tokyoDay, toInstant } from '#kernel/tokyo.ts'
import { ask, type Tx } from '#platform/db/database.ts'
import { allOf } from '#platform/search/tsvector.ts'
import type { Scope } from '#features/access/door.ts'
import { channel, complaintState, severity, type ComplaintLine, type View } from '../contract.ts'
import { countedFinds, safetyTerm, soughtTerms, standingTerm } from '../search.ts'
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
  /** All finds are counted, also those that the page does not need. */
  counted?: boolean | undefined
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
  const { total, isAtLeast, ids } = isTold(query)
    ? await newest(tx, query, asked)
    : await among(tx, scope, now, query, asked)
  if (ids.length === 0) return { total, isAtLeast, rows: [] }
  const rows = await lines(tx, 'desc')
    .where('complaints.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return { total, isAtLeast, rows }
}

/** By the terms alone: no line needs to be looked at to know whether it belongs to the view. */
function isTold({ view, within }: ListQuery): boolean {
  return !within && (isWhole(view) || view === 'safety')
}

type Found = {
  readonly total: number
  readonly isAtLeast: boolean
  readonly ids: string[]
}
type Asked = RawBuilder<string | null>

const latest = sql<string | null>`(select max(received_at) from complaints)`

/** Only the days one looks at are read, unless there is too little in them. */
async function newest(tx: Tx, query: ListQuery, asked: Asked): Promise<Found> {
  const [olderThan, newerThan] = [placeOf(query.cursor), placeOf(query.before)]
  const { rows } = await sql<Found>`
    select total, is_at_least as "isAtLeast", ids
      from complaints_found_page(${asked}, ${latest}, ${olderThan.at}, ${olderThan.id}, ${newerThan.at}, ${newerThan.id},
      ${query.before !== undefined}, ${query.skip ?? 0}, ${query.limit})`.execute(tx)
  const found = rows[0] ?? noFinds
  return query.counted && found.isAtLeast ? { ...found, ...(await counted(tx, asked)) } : found
}

async function counted(tx: Tx, asked: Asked) {
  const { rows } = await sql<{ many: number }>`
    select complaints_found_count(${asked}, ${latest}, ${countedFinds + 1}) as many`.execute(tx)
  const many = rows[0]?.many ?? 0
  return { total: Math.min(many, countedFinds), isAtLeast: many > countedFinds }
}

/** Days that are looked through one after the other, from where one begins. */
const stretchesOfDays = [
  { passed: 0, days: 3 },
  { passed: 3, days: 12 },
  { passed: 15, days: 16 },
]
const mostDays = 31
/** Who jumps further goes through all finds at once. */
const far = 1000

/** What other conditions narrow: the days one looks at first; where they promise too little, all finds are read. */
async function among(tx: Tx, scope: Scope, now: string, query: ListQuery, asked: Asked) {
  const passed = query.skip ?? 0
  // One more than the page holds tells whether there are more.
  const enough = passed + query.limit + 1
  const narrowed = sql<SqlBool>`${viewOf(scope, now, query.view)} and ${query.within ?? everything}`
  const places: Place[] = []
  for (const { passed: before, days } of query.counted || passed >= far ? [] : stretchesOfDays) {
    places.push(...(await amongDays(tx, query, asked, narrowed, { before, days, enough })))
    if (places.length >= enough) {
      const ids = places.slice(passed, passed + query.limit).map(({ id }) => id)
      return { total: enough, isAtLeast: true, ids }
    }
    if (places.length * mostDays < enough * (before + days)) break
  }
  return amongAll(tx, query, asked, narrowed)
}

type Place = { readonly id: string }
type Days = { readonly before: number; readonly days: number; readonly enough: number }

async function amongDays(
  tx: Tx,
  query: ListQuery,
  asked: Asked,
  narrowed: RawBuilder<SqlBool>,
  { before, days, enough }: Days,
): Promise<Place[]> {
  const isRising = query.before !== undefined
  const from = isRising ? placeOf(query.before).at : placeOf(query.cursor).at
  const way = isRising ? 1 : -1
  const first = sql`(least(${from}::timestamptz, ${latest}) at time zone 'UTC')::date + ${way * before}::int`
  const { rows } = await sql<Place>`
    select found.complaint_id as id
      from complaints_found(${asked}, ${first}, ${way}, ${days}) found
      join complaints on complaints.id = found.complaint_id
     where ${narrowed} and ${onPage(query)}
     order by ${order(query)} limit ${enough}`.execute(tx)
  return rows
}

async function amongAll(
  tx: Tx,
  query: ListQuery,
  asked: Asked,
  narrowed: RawBuilder<SqlBool>,
): Promise<Found> {
  const { rows } = await sql<Found>`
    with found as materialized (
      select found.complaint_id, found.received_at from complaints_found(${asked}, null, null, null) found
        join complaints on complaints.id = found.complaint_id where ${narrowed})
    select (select count(*) from found) as total, false as "isAtLeast", array(
      select complaint_id from found where ${onPage(query)}
       order by ${order(query)} offset ${query.skip ?? 0} limit ${query.limit}) as ids`.execute(tx)
  return rows[0] ?? noFinds
}

const foundAt = [sql.ref('found.received_at'), sql.ref('found.complaint_id')] as const

function onPage({ cursor, before }: ListQuery): RawBuilder<SqlBool> {
  return sql<SqlBool>`${behind(cursor, ...foundAt)} and ${ahead(before, ...foundAt)}`
}

function order(query: ListQuery): RawBuilder<unknown> {
  const way = sql.raw(wayOf(query))
  return sql`${foundAt[0]} ${way}, ${foundAt[1]} ${way}`
}

const noFinds: Found = { total: 0, isAtLeast: false, ids: [] }

/** Each view but the whole one and the closed one shows open complaints alone. */
function standing(view: View): string[] {
  if (view === 'all') return []
  return [standingTerm(view !== 'closed'), ...(view === 'safety' ? [safetyTerm] : [])]
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
