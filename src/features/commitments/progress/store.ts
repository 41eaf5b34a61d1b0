import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { NoteChannel, NoteOfInterval, Rhythm } from './contract.ts'

/** How often one customer was told to hear of us, as its row holds it. */
export type Interval = Rhythm & {
  readonly id: string
  readonly complaintId: string
  readonly channel: NoteChannel
  readonly words: string
  readonly toldBy: string
  readonly toldAt: string
  /** The note that is due, and the one given before it. */
  readonly commitmentId: string
  readonly previousId: string | null
  readonly notes: number
  readonly lastSaid: string
  readonly lastAt: string | null
  readonly pause: (NonNullable<NoteOfInterval['pause']> & { readonly at: string }) | null
  readonly endedAt: string | null
}

export async function insertInterval(
  tx: Tx,
  { organisationId }: Scope,
  interval: Interval,
): Promise<void> {
  const { id, complaintId: complaint_id } = interval
  await tx
    .insertInto('commitments_progress')
    .values({ id, organisation_id: organisationId, complaint_id, ...columnsOf(interval) })
    .execute()
}

export async function saveInterval(tx: Tx, interval: Interval): Promise<void> {
  await tx
    .updateTable('commitments_progress')
    .set(columnsOf(interval))
    .where('id', '=', interval.id)
    .execute()
}

function columnsOf(interval: Interval) {
  const { pause } = interval
  return {
    every: interval.every,
    unit: interval.unit,
    channel: interval.channel,
    words: interval.words,
    told_by: interval.toldBy,
    told_at: interval.toldAt,
    commitment_id: interval.commitmentId,
    previous_id: interval.previousId,
    notes: interval.notes,
    last_said: interval.lastSaid,
    last_at: interval.lastAt,
    pause_reason: pause?.reason ?? null,
    pause_waiter: pause?.waiter ?? null,
    pause_kind: pause?.kind ?? null,
    paused_at: pause?.at ?? null,
    ended_at: interval.endedAt,
  }
}

const erased = '（消去済み）'

/** After an erasure nothing is left but how often, and when. */
export async function forgetIntervals(tx: Tx, complaintId: string, at: string): Promise<void> {
  const ofComplaint = tx.updateTable('commitments_progress').where('complaint_id', '=', complaintId)
  await ofComplaint.set({ words: erased, last_said: '' }).execute()
  await ofComplaint
    .set({ pause_reason: erased, pause_waiter: erased })
    .where('pause_reason', 'is not', null)
    .execute()
  await ofComplaint.set({ ended_at: at }).where('ended_at', 'is', null).execute()
}
