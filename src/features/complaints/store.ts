import { sql, type RawBuilder } from 'kysely'
import { searchTerms } from '#kernel/bigrams.ts'
import type { Tx } from '#platform/db/database.ts'
import { lexemes } from '#platform/search/tsvector.ts'
import { orderKey } from './customers/rules.ts'
import type { CaseRecord } from './record/contract.ts'
import { excerptOf, isSafetyMatter, nextDueOf, stateOf, subjectOf } from './rules.ts'
import { searchText } from './search.ts'
import type { Head } from './timeline/store.ts'

/** The next number of the year. The row lock makes two complaints that arrive at once take turns. */
export async function nextCount(tx: Tx, organisationId: string, year: number): Promise<number> {
  const { last } = await tx
    .insertInto('complaints_numbers')
    .values({ organisation_id: organisationId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'year'])
        .doUpdateSet({ last: sql<number>`complaints_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export type NewLine = {
  readonly id: string
  readonly organisationId: string
  readonly number: string
  readonly channel: string
  readonly receivedAt: string
  readonly headHash: string
  readonly sourceKey: string | null
}

/** An empty line, so that the chain has something to hang on; `saveLine` fills it in the same transaction. */
export async function insertComplaint(tx: Tx, line: NewLine): Promise<boolean> {
  const { id, organisationId: organisation_id, number, channel } = line
  const blank = { head: 0, state: 'received', subject: '', excerpt: '' }
  const { receivedAt: received_at, headHash: head_hash, sourceKey: source_key } = line
  const row = await tx
    .insertInto('complaints')
    .values({ id, organisation_id, number, channel, ...blank, received_at, head_hash, source_key })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The same thing sent twice at the same moment: the second waits, and then finds the first. */
export async function takeTurns(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of keys.filter(Boolean))
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

/** Takes the chain's lock and says where its head is. */
export async function lockHead(tx: Tx, complaintId: string): Promise<Head | undefined> {
  const row = await tx
    .selectFrom('complaints')
    .where('id', '=', complaintId)
    .select(['head', 'head_hash'])
    .forUpdate()
    .executeTakeFirst()
  return row && { sequence: row.head, hash: row.head_hash }
}

/** Writes what lists and searches need of a complaint: all of it read off the record. */
export async function saveLine(tx: Tx, complaintId: string, head: Head, record: CaseRecord) {
  await tx
    .updateTable('complaints')
    .set({
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
    })
    .where('id', '=', complaintId)
    .execute()
}

export async function saveSearch(
  tx: Tx,
  organisationId: string,
  complaintId: string,
  record: CaseRecord,
) {
  const { grams, words } = searchTerms(searchText(record))
  const isClosed = { is_closed: record.closing !== null }
  const found = { grams: lexemes(grams), words: lexemes(words), ...isClosed }
  const ids = { complaint_id: complaintId, organisation_id: organisationId }
  await tx
    .insertInto('complaints_search')
    .values({ ...ids, received_at: record.receivedAt, ...found })
    .onConflict((conflict) =>
      conflict
        .column('complaint_id')
        .doUpdateSet({ grams: unlessSame('grams'), words: unlessSame('words'), ...isClosed }),
    )
    .execute()
}

/** Terms that are what they were stay the very value that lies there: then their index is left alone. */
function unlessSame(column: 'grams' | 'words'): RawBuilder<string> {
  const [before, after] = [sql.ref(`complaints_search.${column}`), sql.ref(`excluded.${column}`)]
  return sql<string>`case when ${before} = ${after} then ${before} else ${after} end`
}
