import type { Tx } from '#platform/db/database.ts'

export async function insertCall(
  tx: Tx,
  call: {
    id: string
    organisationId: string
    complaintId: string
    direction: string
    phone: string | null
    handlerId: string
    startedAt: string
  },
): Promise<void> {
  await tx
    .insertInto('intake_calls')
    .values({
      id: call.id,
      organisation_id: call.organisationId,
      complaint_id: call.complaintId,
      direction: call.direction,
      phone: call.phone,
      handler_id: call.handlerId,
      started_at: call.startedAt,
    })
    .execute()
}

export async function markHeld(tx: Tx, callId: string, at: string): Promise<void> {
  await tx.updateTable('intake_calls').set({ held_at: at }).where('id', '=', callId).execute()
}

export async function markResumed(tx: Tx, callId: string, heldSeconds: number): Promise<void> {
  await tx
    .updateTable('intake_calls')
    .set({ held_at: null, held_seconds: heldSeconds })
    .where('id', '=', callId)
    .execute()
}

export async function markEnded(tx: Tx, callId: string, at: string, how: string): Promise<void> {
  await tx
    .updateTable('intake_calls')
    .set({ held_at: null, ended_at: at, how_ended: how })
    .where('id', '=', callId)
    .execute()
}

/** The line goes to somebody else; how long it has lasted stays. */
export async function giveCallTo(tx: Tx, callId: string, handlerId: string): Promise<void> {
  await tx
    .updateTable('intake_calls')
    .set({ handler_id: handlerId })
    .where('id', '=', callId)
    .execute()
}

export async function forgetPhones(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('intake_calls')
    .set({ phone: null })
    .where('complaint_id', '=', complaintId)
    .execute()
}
