import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import { ringMoved } from './contract.ts'
import type { Ringing } from './rules.ts'

export type Saved = Ringing & {
  readonly id: string
  readonly pbxCallId: string
  readonly from: string | null
  readonly fromKey: string | null
  readonly to: string | null
  readonly heardAt: string
}

export async function saveRing(tx: Tx, { organisationId }: Scope, ring: Saved): Promise<void> {
  const now = {
    from_number: ring.from,
    from_key: ring.fromKey,
    to_number: ring.to,
    extensions: [...ring.extensions],
    answered_extension: ring.answeredExtension,
    rung_at: ring.rungAt,
    answered_at: ring.answeredAt,
    ended_at: ring.endedAt,
    heard_at: ring.heardAt,
  }
  const { id, pbxCallId: pbx_call_id } = ring
  await tx
    .insertInto('intake_rings')
    .values({ id, organisation_id: organisationId, pbx_call_id, ...now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(now))
    .execute()
}

/** Taken up: the pop leaves, and the call hears when the line drops. False when somebody else was quicker. */
export async function takeRing(tx: Tx, ringId: string, callId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('intake_rings')
    .set({ call_id: callId })
    .where('id', '=', ringId)
    .where('call_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Nobody's number or words: screens that have this telephone look again. */
export async function tellRing(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  id: string,
  at: string,
): Promise<void> {
  const movement = { organisationId, id, complaintId: id, sequence: 0, at, by }
  const notice: Notice = { ...movement, type: ringMoved }
  tellNodes(tx, notice)
}

export async function forgetRings(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('intake_rings').where('heard_at', '<', before).execute()
}

export async function forgetNumbers(tx: Tx, complaintId: string): Promise<void> {
  const calls = tx.selectFrom('intake_calls').where('complaint_id', '=', complaintId).select('id')
  await tx
    .updateTable('intake_rings')
    .set({ from_number: null, from_key: null })
    .where('call_id', 'in', calls)
    .execute()
}
