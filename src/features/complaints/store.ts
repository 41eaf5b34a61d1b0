import { CompiledQuery, type Insertable } from 'kysely'
import { afterCommit, ask, organisationOf, sendAlong, type Tx } from '#platform/db/database.ts'
import { insertion } from '#platform/db/insertion.ts'
import type { Complaints } from '#platform/db/tables/complaints.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import { lexemes, tsvectorOf } from '#platform/search/tsvector.ts'
import { orderKey } from './customers/rules.ts'
import type { CaseRecord } from './record/contract.ts'
import { excerptOf, isSafetyMatter, nextDueOf, stateOf, subjectOf } from './rules.ts'
import { termsOf } from './search.ts'
import type { Head } from './timeline/store.ts'

export type NewLine = {
  readonly id: string
  readonly organisationId: string
  readonly number: string
  readonly channel: string
  readonly receivedAt: string
  readonly headHash: string
  readonly sourceKey: string | null
}

/** An empty line, so that what a room writes has something to hang on; `saveLine` fills it in the same transaction. */
export function insertEmptyLine(tx: Tx, line: NewLine): void {
  const blank = { head: 0, head_hash: line.headHash, state: 'received', subject: '', excerpt: '' }
  insertLine(tx, line, blank)
}

/** The line of a complaint of which everything is known. */
export function insertFullLine(tx: Tx, line: NewLine, head: Head, record: CaseRecord): void {
  insertLine(tx, line, lineOf(head, record))
}

/** The transaction fails with a unique violation when the complaint, its source or its number is there already. */
function insertLine(
  tx: Tx,
  {
    id,
    organisationId: organisation_id,
    number,
    channel,
    receivedAt: received_at,
    sourceKey,
  }: NewLine,
  told: Told,
): void {
  const fixed = { id, organisation_id, number, channel, received_at, source_key: sourceKey }
  sendAlong(tx, insertion('complaints', [{ ...fixed, ...told }]))
}

type Told = Omit<
  Insertable<Complaints>,
  'id' | 'organisation_id' | 'number' | 'channel' | 'received_at' | 'source_key'
>

/**
 * The same thing sent twice at the same moment: the second waits, and then finds the first. Nobody waits for another
 * organisation: the keys are each organisation's own.
 */
export async function takeTurns(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of keys.filter(Boolean)) await ask(tx, locking('pg_advisory_xact_lock', tx, key))
}

/** The same, for whoever looks only at what the database says afterwards: it goes with the next question. */
export function queueTurns(tx: Tx, keys: readonly string[]): void {
  for (const key of keys) sendAlong(tx, locking('pg_advisory_xact_lock', tx, key))
}

/** Side by side with others who share, and never beside one who takes turns on it. */
export function shareTurns(tx: Tx, key: string): void {
  sendAlong(tx, locking('pg_advisory_xact_lock_shared', tx, key))
}

type Lock = 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared'

function locking(lock: Lock, tx: Tx, key: string): CompiledQuery {
  return CompiledQuery.raw(`select ${lock}(hashtextextended($1, 0))`, [
    `${organisationOf(tx)}/${key}`,
  ])
}

/** Takes the chain's lock and says where its head is. */
export async function lockHead(tx: Tx, complaintId: string): Promise<Head | undefined> {
  const locking = tx
    .selectFrom('complaints')
    .where('id', '=', complaintId)
    .select(['head', 'head_hash'])
    .forUpdate()
  const [row] = await ask(tx, locking.compile())
  return row && { sequence: row.head, hash: row.head_hash }
}

/** Writes what lists and searches need of a complaint: all of it read off the record. */
export function saveLine(tx: Tx, complaintId: string, head: Head, record: CaseRecord): void {
  sendAlong(
    tx,
    tx.updateTable('complaints').set(lineOf(head, record)).where('id', '=', complaintId).compile(),
  )
}

function lineOf(head: Head, record: CaseRecord): Told {
  return {
    head: head.sequence,
    head_hash: head.hash,
    state: stateOf(record),
    subject: subjectOf(record),
    excerpt: excerptOf(record.ownWords, 120),
    customer_id: record.customer.customerId ?? null,
    customer_name: record.customer.name || null,
    order_number: orderKey(record.details.orderNumber ?? '') || null,
    severity: record.severity,
    cause: record.cause?.cause ?? null,
    is_safety: isSafetyMatter(record),
    owner_id: record.ownerId,
    next_due_at: nextDueOf(record),
    has_broken_promise: record.commitments.some(({ state }) => state === 'broken'),
    is_escalated: record.escalations.some(({ state }) => state === 'asked' || state === 'seen'),
    closed_at: record.closing?.at ?? null,
  }
}

export function saveSearch(
  tx: Tx,
  organisationId: string,
  complaintId: string,
  record: CaseRecord,
): void {
  const row = [complaintId, organisationId, record.receivedAt, lexemes(termsOf(record))]
  sendAlong(tx, CompiledQuery.raw(savingSearch, row))
}

/** Terms that are what they were stay the very value that lies there: then their index is left alone. */
const savingSearch = `insert into complaints_search as known (complaint_id, organisation_id, received_at, terms)
  values ($1, $2, $3, ${tsvectorOf('$4')})
  on conflict (complaint_id) do update
    set terms = case when known.terms = excluded.terms then known.terms else excluded.terms end`

const pauseSeconds = 10
const indexedSoon = new Map<string, number>()

/** The index grows with the talk and is written whole: while somebody speaks it waits for a pause. */
export async function indexSoon(
  tx: Tx,
  organisationId: string,
  complaintId: string,
  at: string,
): Promise<void> {
  // What was said just after it was set is still before the pause that it waits for.
  if (performance.now() - (indexedSoon.get(complaintId) ?? -Infinity) < pauseSeconds * 500) return
  await enqueue(tx, {
    task: 'complaints.index',
    payload: { organisationId, complaintId },
    key: `index:${complaintId}`,
    runAt: Temporal.Instant.from(at).add({ seconds: pauseSeconds }).toString(),
  })
  afterCommit(tx, () => markIndexed(complaintId))
}

function markIndexed(complaintId: string) {
  if (indexedSoon.size > 1000) indexedSoon.clear()
  indexedSoon.set(complaintId, performance.now())
}
