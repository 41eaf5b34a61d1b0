import { sql } from 'kysely'
import { ask, type Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { channel, type Complaint, type ComplaintLine } from './contract.ts'
import type { CaseRecord } from './record/contract.ts'
import { recordOf } from './record/queries.ts'
import { isSafetyMatter, nextDueOf, stateOf, subjectOf } from './rules.ts'

/** One complaint as the case desk shows it. */
export async function complaintById(
  tx: Tx,
  scope: Scope,
  complaintId: string,
): Promise<Complaint | undefined> {
  const line = tx
    .selectFrom('complaints')
    .where('id', '=', complaintId)
    .select(['number', 'channel', 'received_at', 'customer_id'])
  const [[row], record] = await Promise.all([
    ask(tx, line.compile()),
    recordOf(tx, scope, complaintId),
  ])
  if (!row || !record) return undefined
  return {
    id: complaintId,
    number: row.number,
    channel: channel.parse(row.channel),
    receivedAt: row.received_at,
    ...present(record),
    customer: { ...record.customer, customerId: row.customer_id },
  }
}

function present(record: CaseRecord): Omit<Complaint, 'id' | 'number' | 'channel' | 'receivedAt'> {
  const { ownerId, ownerName, cause, closing } = record
  return {
    head: record.head,
    state: stateOf(record),
    subject: subjectOf(record),
    words: record.ownWords,
    customer: { ...record.customer, customerId: null },
    details: record.details,
    severity: record.severity,
    isSafety: isSafetyMatter(record),
    owner: ownerId && ownerName ? { memberId: ownerId, name: ownerName } : null,
    cause,
    concerns: [...record.concerns],
    facts: [...record.facts],
    demands: record.demands.map(({ times, answers, ...demand }) => ({
      ...demand,
      answers: [...answers],
      timesMade: times,
    })),
    closing: closing && { ...closing, closedAt: closing.at },
    nextDueAt: nextDueOf(record),
  }
}

/** The open complaints of some members. */
export async function openOf(
  tx: Tx,
  ownerIds: readonly string[],
): Promise<{ id: string; ownerId: string; severity: string | null; isSafety: boolean }[]> {
  const rows = await tx
    .selectFrom('complaints')
    .where('closed_at', 'is', null)
    .where('owner_id', '=', sql<string>`any(${[...ownerIds]}::uuid[])`)
    .select(['id', 'owner_id as ownerId', 'severity', 'is_safety as isSafety'])
    .orderBy('received_at')
    .execute()
  return rows.map(({ ownerId, ...row }) => ({ ...row, ownerId: ownerId ?? '' }))
}

/** From one instant until before another. */
type Bounds = readonly [from: string, until: string]

function receivedWithin(tx: Tx, [from, until]: Bounds) {
  return tx
    .selectFrom('complaints')
    .where('received_at', '>=', from)
    .where('received_at', '<', until)
}

export async function countReceived(tx: Tx, bounds: Bounds): Promise<number> {
  const { total } = await receivedWithin(tx, bounds)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** So many of them, the latest first, behind the one that was read last; null begins. */
export async function receivedBefore(
  tx: Tx,
  bounds: Bounds,
  lastId: string | null,
  limit: number,
): Promise<string[]> {
  const behind = sql<boolean>`(received_at, id) < (select received_at, id from complaints where id = ${lastId})`
  const all = receivedWithin(tx, bounds)
  const rows = await (lastId === null ? all : all.where(behind))
    .select('id')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** What other rooms show of a complaint beside their own things. */
export async function linesById(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { number: string; subject: string; customerName: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('complaints')
    .where('id', 'in', [...new Set(ids)])
    .select(['id', 'number', 'subject', 'customer_name as customerName'])
    .execute()
  return new Map(rows.map(({ id, ...line }) => [id, line]))
}

/**
 * Open complaints without initial assessment, matters of safety first, then the longest waiting. `before`: received by
 * then; a matter of safety waits for no time. What was imported was assessed elsewhere.
 */
export async function unassessed(
  tx: Tx,
  { before, ownerId, limit }: { before: string; ownerId: string | null; limit: number },
): Promise<{ lines: Unassessed[]; total: number }> {
  const waiting = tx
    .selectFrom('complaints')
    .where('closed_at', 'is', null)
    .where('severity', 'is', null)
    .where('channel', '!=', 'import')
    .where((where) => where.or([where('is_safety', '=', true), where('received_at', '<=', before)]))
    .$if(ownerId !== null, (query) => query.where('owner_id', '=', ownerId))
  const { total } = await waiting
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const lines = await waiting
    .select(['id', 'number', 'subject', 'received_at as receivedAt', 'is_safety as isSafety'])
    .orderBy('is_safety', 'desc')
    .orderBy('received_at')
    .limit(limit)
    .execute()
  return { lines, total }
}

export type Unassessed = Pick<
  ComplaintLine,
  'id' | 'number' | 'subject' | 'receivedAt' | 'isSafety'
>

/** The other complaints of the same customer, newest first. */
export async function otherComplaintsOf(
  tx: Tx,
  customerId: string,
  complaintId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('complaints')
    .where('customer_id', '=', customerId)
    .where('id', '!=', complaintId)
    .select('id')
    .orderBy('received_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ id }) => id)
}
