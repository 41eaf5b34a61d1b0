import { sql, type Selectable } from 'kysely'
import { lowestIdAt } from '#kernel/ids.ts'
import { ask, type Tx } from '#platform/db/database.ts'
import type { ComplaintsTimeline } from '#platform/db/tables/complaints.ts'
import type { Movement, TimelineEntry } from './contract.ts'
import type { Head } from './store.ts'

const columns = ['id', 'complaint_id', 'sequence', 'type', 'at', 'by', 'payload'] as const
type Row = Pick<Selectable<ComplaintsTimeline>, (typeof columns)[number]>

/** Entries of one complaint after a sequence, oldest first, with the names of those who wrote them. */
export async function entriesOf(
  tx: Tx,
  names: ReadonlyMap<string, string>,
  complaintId: string,
  after = 0,
): Promise<TimelineEntry[]> {
  const rows = await tx
    .selectFrom('complaints_timeline')
    .where('complaint_id', '=', complaintId)
    .where('sequence', '>', after)
    .select(columns)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => toEntry(row, names))
}

/** The entries of some types of several complaints, each complaint's oldest first. */
export async function entriesOfSeveral(
  tx: Tx,
  names: ReadonlyMap<string, string>,
  complaintIds: readonly string[],
  types: readonly string[],
): Promise<Map<string, TimelineEntry[]>> {
  const rows = await tx
    .selectFrom('complaints_timeline')
    .where('complaint_id', '=', sql<string>`any(${[...complaintIds]}::uuid[])`)
    .where('type', '=', sql<string>`any(${[...types]}::text[])`)
    .select(columns)
    .orderBy('sequence')
    .execute()
  return Map.groupBy(
    rows.map((row) => toEntry(row, names)),
    ({ complaintId }) => complaintId,
  )
}

/** Where the reading of a chain begins, and where it ends: what is appended meanwhile is left out. */
export type Stretch = {
  readonly complaintId: string
  readonly from: number
  readonly to: number
}

export type Sealed = TimelineEntry & { readonly hash: string }

/** The entries of several complaints in one go, each with the hash that seals it. */
export async function chainsOf(
  tx: Tx,
  names: Promise<ReadonlyMap<string, string>>,
  stretches: readonly Stretch[],
): Promise<Map<string, Sealed[]>> {
  const ids = stretches.map(({ complaintId }) => complaintId)
  const asked = sql<Stretch>`unnest(${ids}::uuid[],
    ${stretches.map(({ from }) => from)}::int[], ${stretches.map(({ to }) => to)}::int[])`
  const entries = tx
    .selectFrom(asked.as<'asked'>(sql`asked("complaintId", "from", "to")`))
    .innerJoin('complaints_timeline as entry', 'entry.complaint_id', 'asked.complaintId')
    .whereRef('entry.sequence', '>=', 'asked.from')
    .whereRef('entry.sequence', '<=', 'asked.to')
    .select(columns.map((column) => `entry.${column}` as const))
    .select('entry.hash')
    .orderBy('entry.sequence')
  const [known, rows] = await Promise.all([names, ask(tx, entries.compile())])
  return Map.groupBy(
    rows.map(({ hash, ...row }) => ({ ...toEntry(row, known), hash })),
    ({ complaintId }) => complaintId,
  )
}

/** Was this command carried out already? Then its entries, else none. */
export async function entriesOfCommand(
  tx: Tx,
  organisationId: string,
  commandId: string,
): Promise<{ complaintId: string; type: string; sequence: number }[]> {
  const written = tx
    .selectFrom('complaints_timeline')
    .where('organisation_id', '=', organisationId)
    .where('command_id', '=', commandId)
    .select(['complaint_id as complaintId', 'type', 'sequence'])
    .orderBy('sequence')
  return ask(tx, written.compile())
}

/** A call, and the sequence of its complaint up to which somebody has looked already. */
export type LookedAt = {
  readonly callId: string
  readonly complaintId: string
  readonly upTo: number
}

/** Which of these calls had one of these cues from the customer after `upTo`, and how far the chain goes now. */
export async function cuesSince(
  tx: Tx,
  calls: readonly LookedAt[],
  codes: readonly string[],
): Promise<(LookedAt & { readonly isHeard: boolean })[]> {
  const { rows } = await sql<LookedAt & { isHeard: boolean }>`
    select asked."callId", asked."complaintId", coalesce(max(entry.sequence), asked.from) as "upTo",
           coalesce(bool_or(entry.type = 'complaints.noted'
             and payload ->> 'callId' = asked."callId"::text
             and payload ->> 'speaker' = 'customer'
             and jsonb_path_exists(payload, '$.cues[*].code ? (@ == $codes[*])',
                   jsonb_build_object('codes', ${JSON.stringify(codes)}::jsonb))), false) as "isHeard"
      from unnest(${calls.map(({ callId }) => callId)}::uuid[],
                  ${calls.map(({ complaintId }) => complaintId)}::uuid[],
                  ${calls.map(({ upTo }) => upTo)}::int[]) as asked("callId", "complaintId", "from")
      left join complaints_timeline entry
        on entry.complaint_id = asked."complaintId" and entry.sequence > asked.from
     group by asked."callId", asked."complaintId", asked.from
  `.execute(tx)
  return rows
}

function toEntry(row: Row, names: ReadonlyMap<string, string>): TimelineEntry {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    sequence: row.sequence,
    type: row.type,
    at: row.at,
    by: row.by,
    byName: nameOf(row.by, names),
    payload: isPayload(row.payload) ? row.payload : null,
  }
}

/** A payload as it comes back from the database: what JSON does not hold is gone. */
export function asKept(payload: unknown): Record<string, unknown> | null {
  const kept: unknown = JSON.parse(JSON.stringify(payload))
  return isPayload(kept) ? kept : null
}

function isPayload(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Customers and timers have no member; the screen says 「お客様」 and 「うけとめ」. */
export function nameOf(by: string, names: ReadonlyMap<string, string>): string {
  if (by === 'customer') return 'お客様'
  if (by.startsWith('system:')) return 'うけとめ'
  return names.get(by.replace(/^(?:member|key):/u, '')) ?? '（退職者）'
}

/** Where the chain of a complaint ends; undefined when this organisation has no such complaint. */
export async function headOf(tx: Tx, complaintId: string): Promise<Head | undefined> {
  return (await headsOf(tx, [complaintId])).get(complaintId)
}

export async function headsOf(tx: Tx, complaintIds: readonly string[]): Promise<Map<string, Head>> {
  const rows = await tx
    .selectFrom('complaints')
    .where('id', '=', sql<string>`any(${[...complaintIds]}::uuid[])`)
    .select(['id', 'head as sequence', 'head_hash as hash'])
    .execute()
  return new Map(rows.map(({ id, ...head }) => [id, head]))
}

/**
 * Movements written in or after a transaction, but those that are known: for a screen that comes back, and for a node that
 * makes sure. Transactions end in another order than they begin, so the resume token is the oldest one still running when a
 * movement was sent: some movements come twice, none is missed. Of more than `most`, the last of each complaint.
 */
export async function movementsSince(
  tx: Tx,
  token: string,
  known: readonly string[],
  most: number,
): Promise<Movement[]> {
  const since = movements(tx).where('written_in', '>=', token)
  return toldOf(since.where('id', '<>', sql<string>`all(${[...known]}::uuid[])`), most)
}

/**
 * Movements from a moment on, by the time within their ids: for a page that was reading its answers while it was not yet told what
 * moves. Of more than `most`, the last of each complaint.
 */
export function movementsFrom(tx: Tx, from: Temporal.Instant, most: number): Promise<Movement[]> {
  const first = lowestIdAt(from.epochMilliseconds)
  return toldOf(movements(tx).where('id', '>=', first), most)
}

function movements(tx: Tx) {
  return tx
    .selectFrom('complaints_timeline')
    .select(['id', 'complaint_id', 'sequence', 'type', 'at', 'by'])
    .select(sql<string | null>`payload ->> 'callId'`.as('callId'))
}

async function toldOf(missed: ReturnType<typeof movements>, most: number): Promise<Movement[]> {
  const inOrder = missed.orderBy('written_in').orderBy('sequence')
  const rows = await inOrder.limit(most + 1).execute()
  const lastOfEach = missed.distinctOn('complaint_id').orderBy('complaint_id')
  const told = rows.length <= most ? rows : await lastOfEach.orderBy('sequence', 'desc').execute()
  return told.map(({ complaint_id, callId, ...row }) => ({
    ...row,
    complaintId: complaint_id,
    ...(callId === null ? {} : { callId }),
  }))
}

export async function resumeToken(tx: Tx): Promise<string> {
  const { rows } = await sql<{ token: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as token`.execute(tx)
  return rows[0]?.token ?? '0'
}
