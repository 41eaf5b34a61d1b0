import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'

export type Told = {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly madeById: string
  readonly at: string
  readonly items: readonly { readonly complaintId: string; readonly remark: string }[]
}

/** Told twice is told once. */
export async function insertShift(tx: Tx, { organisationId }: Scope, told: Told): Promise<void> {
  await tx
    .insertInto('escalation_shifts')
    .values({
      id: told.id,
      organisation_id: organisationId,
      from_id: told.fromId,
      to_id: told.toId,
      made_at: told.at,
      made_by: told.madeById,
    })
    .execute()
  await tx
    .insertInto('escalation_shift_items')
    .values(
      told.items.map(({ complaintId, remark }) => ({
        shift_id: told.id,
        organisation_id: organisationId,
        complaint_id: complaintId,
        remark,
      })),
    )
    .execute()
}

export async function confirmItem(
  tx: Tx,
  shiftId: string,
  complaintId: string,
  at: string,
): Promise<void> {
  await tx
    .updateTable('escalation_shift_items')
    .set({ confirmed_at: at })
    .where('shift_id', '=', shiftId)
    .where('complaint_id', '=', complaintId)
    .where('confirmed_at', 'is', null)
    .execute()
}

export async function forgetRemarks(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('escalation_shift_items')
    .set({ remark: '' })
    .where('complaint_id', '=', complaintId)
    .execute()
}
