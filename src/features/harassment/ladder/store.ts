import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { occasionKind, reachableSteps, type Occasion } from './contract.ts'

export type AskRow = {
  readonly id: string
  readonly complaintId: string
  readonly occasion: Occasion
  readonly upTo: 'final-warning' | 'end'
  readonly byId: string
  readonly askedAt: string
}

export async function insertAsk(tx: Tx, { organisationId }: Scope, ask: AskRow): Promise<void> {
  await tx
    .insertInto('harassment_asks')
    .values({
      id: ask.id,
      organisation_id: organisationId,
      complaint_id: ask.complaintId,
      occasion_kind: ask.occasion.kind,
      occasion_key: ask.occasion.key,
      up_to: ask.upTo,
      asked_by: ask.byId,
      asked_at: ask.askedAt,
    })
    .execute()
}

/** Every ask of this occasion is settled, whether it was answered or the talk is over. */
export async function settleAsks(
  tx: Tx,
  complaintId: string,
  { kind, key }: Occasion,
  at: string,
): Promise<void> {
  await tx
    .updateTable('harassment_asks')
    .set({ answered_at: at })
    .where('complaint_id', '=', complaintId)
    .where('occasion_kind', '=', kind)
    .where('occasion_key', '=', key)
    .where('answered_at', 'is', null)
    .execute()
}

export async function settleAsk(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('harassment_asks').set({ answered_at: at }).where('id', '=', id).execute()
}

/** Those that wait, asked at or after `since`; the oldest first. */
export async function waitingAsks(tx: Tx, since: string): Promise<AskRow[]> {
  const rows = await tx
    .selectFrom('harassment_asks')
    .where('answered_at', 'is', null)
    .where('asked_at', '>=', since)
    .selectAll()
    .orderBy('asked_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    complaintId: row.complaint_id,
    occasion: { kind: occasionKind.parse(row.occasion_kind), key: row.occasion_key },
    upTo: reachableSteps.parse(row.up_to),
    byId: row.asked_by,
    askedAt: row.asked_at,
  }))
}

export type Relief = {
  readonly id: string
  readonly complaintId: string
  readonly memberId: string
  readonly startedAt: string
  readonly untilAt: string
}

export async function insertRelief(
  tx: Tx,
  { organisationId }: Scope,
  { id, complaintId, memberId, startedAt, untilAt }: Relief,
): Promise<void> {
  await tx
    .insertInto('harassment_reliefs')
    .values({
      id,
      organisation_id: organisationId,
      complaint_id: complaintId,
      member_id: memberId,
      started_at: startedAt,
      until_at: untilAt,
    })
    .execute()
}

export async function endReliefs(tx: Tx, memberId: string, at: string): Promise<void> {
  await tx
    .updateTable('harassment_reliefs')
    .set({ until_at: at })
    .where('member_id', '=', memberId)
    .where('until_at', '>', at)
    .execute()
}

/** Who is off the phone at this moment, each until the latest instant. */
export async function reliefsAt(tx: Tx, at: string): Promise<Relief[]> {
  const rows = await tx
    .selectFrom('harassment_reliefs')
    .where('started_at', '<=', at)
    .where('until_at', '>', at)
    .selectAll()
    .orderBy('until_at', 'desc')
    .execute()
  const latest = new Map<string, Relief>()
  for (const row of rows) {
    const relief = {
      id: row.id,
      complaintId: row.complaint_id,
      memberId: row.member_id,
      startedAt: row.started_at,
      untilAt: row.until_at,
    }
    if (!latest.has(relief.memberId)) latest.set(relief.memberId, relief)
  }
  return [...latest.values()]
}
