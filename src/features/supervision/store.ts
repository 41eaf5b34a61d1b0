import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import { watchersChanged } from './watching/contract.ts'

export type Watch = {
  readonly id: string
  readonly complaintId: string
  readonly callId: string
  readonly memberId: string
}

/** Begins or goes on; false when the id belongs to somebody else's watch, or to one of another call. */
export async function keepWatch(
  tx: Tx,
  { organisationId }: Scope,
  { id, complaintId, callId, memberId }: Watch,
  at: string,
): Promise<boolean> {
  const row = await tx
    .insertInto('supervision_watches')
    .values({
      id,
      organisation_id: organisationId,
      complaint_id: complaintId,
      call_id: callId,
      member_id: memberId,
      started_at: at,
      seen_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ seen_at: at, ended_at: null })
        .where('supervision_watches.call_id', '=', callId)
        .where('supervision_watches.member_id', '=', memberId),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function endWatch(tx: Tx, { id, callId, memberId }: Watch, at: string): Promise<void> {
  await tx
    .updateTable('supervision_watches')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('call_id', '=', callId)
    .where('member_id', '=', memberId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Tells the screens that somebody came or went. */
export async function tellWatchers(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  { id, complaintId }: Watch,
  at: string,
): Promise<void> {
  const notice: Notice = {
    organisationId,
    id,
    complaintId,
    sequence: 0,
    type: watchersChanged,
    at,
    by,
  }
  tellNodes(tx, notice)
}
