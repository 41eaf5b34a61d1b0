import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { CommitmentsProgress } from '#platform/db/tables/commitments.ts'
import { noteChannel, rhythm, waiterKind, type NoteOfInterval } from './contract.ts'
import type { Interval } from './store.ts'

/** The interval that runs for a complaint. */
export async function intervalOf(tx: Tx, complaintId: string): Promise<Interval | null> {
  const row = await running(tx).where('complaint_id', '=', complaintId).executeTakeFirst()
  return row ? toInterval(row) : null
}

/** The interval that runs and whose note due is this promise. */
export async function intervalOfNote(tx: Tx, commitmentId: string): Promise<Interval | null> {
  const row = await running(tx).where('commitment_id', '=', commitmentId).executeTakeFirst()
  return row ? toInterval(row) : null
}

/** Of these promises those that are notes due: id → interval. */
export async function notesAmong(
  tx: Tx,
  commitmentIds: readonly string[],
): Promise<ReadonlyMap<string, NoteOfInterval>> {
  if (commitmentIds.length === 0) return new Map()
  const rows = await running(tx)
    .where('commitment_id', 'in', [...commitmentIds])
    .execute()
  return new Map(rows.map(toInterval).map((each) => [each.commitmentId, noteOf(each)]))
}

export function noteOf({ every, unit, channel, pause }: Interval): NoteOfInterval {
  const { reason, waiter, kind } = pause ?? {}
  return {
    every,
    unit,
    channel,
    pause: reason && waiter && kind ? { reason, waiter, kind } : null,
  }
}

function running(tx: Tx) {
  return tx.selectFrom('commitments_progress').where('ended_at', 'is', null).selectAll()
}

function toInterval(row: Selectable<CommitmentsProgress>): Interval {
  const { pause_reason: reason, pause_waiter: waiter, pause_kind: kind, paused_at: at } = row
  return {
    id: row.id,
    complaintId: row.complaint_id,
    ...rhythm.parse(row),
    channel: noteChannel.parse(row.channel),
    words: row.words,
    toldBy: row.told_by,
    toldAt: row.told_at,
    commitmentId: row.commitment_id,
    previousId: row.previous_id,
    notes: row.notes,
    lastSaid: row.last_said,
    lastAt: row.last_at,
    pause: reason && waiter && at ? { reason, waiter, kind: waiterKind.parse(kind), at } : null,
    endedAt: row.ended_at,
  }
}
