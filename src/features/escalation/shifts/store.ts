import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'

export type Told = {
  readonly id: string
  readonly fromId: string
  readonly fromDeskId: string | null
  readonly toId: string | null
  readonly toDeskId: string | null
  readonly note: string
  readonly madeById: string
  readonly at: string
  readonly items: readonly { readonly complaintId: string; readonly remark: string }[]
}

/** Told twice is told once. */
export async function insertShift(tx: Tx, scope: Scope, told: Told): Promise<void> {
  const { organisationId } = scope
  await tx
    .insertInto('escalation_shifts')
    .values({
      id: told.id,
      organisation_id: organisationId,
      from_id: told.fromId,
      from_desk_id: told.fromDeskId,
      to_id: told.toId,
      to_desk_id: told.toDeskId,
      note: told.note,
      made_at: told.at,
      made_by: told.madeById,
    })
    .execute()
  const items = told.items.map(({ complaintId, remark }) => ({
    shift_id: told.id,
    organisation_id: organisationId,
    complaint_id: complaintId,
    remark,
  }))
  if (items.length > 0) await tx.insertInto('escalation_shift_items').values(items).execute()
  await tellScreens(tx, scope, told.id, told.at)
}

type Confirmed = { readonly shiftId: string; readonly at: string; readonly byId: string }

export async function confirmItem(
  tx: Tx,
  scope: Scope,
  { shiftId, at, byId, complaintId }: Confirmed & { readonly complaintId: string },
): Promise<void> {
  await tx
    .updateTable('escalation_shift_items')
    .set({ confirmed_at: at, confirmed_by: byId })
    .where('shift_id', '=', shiftId)
    .where('complaint_id', '=', complaintId)
    .where('confirmed_at', 'is', null)
    .execute()
  await tellScreens(tx, scope, shiftId, at)
}

/** Read twice is read once, at the first time. */
export async function markRead(
  tx: Tx,
  scope: Scope,
  { shiftId, at, byId }: Confirmed,
): Promise<void> {
  await tx
    .insertInto('escalation_shift_reads')
    .values({
      shift_id: shiftId,
      organisation_id: scope.organisationId,
      member_id: byId,
      read_at: at,
    })
    .onConflict((conflict) => conflict.columns(['shift_id', 'member_id']).doNothing())
    .execute()
  await tellScreens(tx, scope, shiftId, at)
}

/** Whoever told it sees at once who has read it: a movement without words. */
async function tellScreens(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  shiftId: string,
  at: string,
): Promise<void> {
  const notice: Notice = {
    organisationId,
    id: shiftId,
    complaintId: shiftId,
    sequence: 0,
    type: 'escalation.shift-moved',
    at,
    by,
  }
  tellNodes(tx, notice)
}

export async function forgetRemarks(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('escalation_shift_items')
    .set({ remark: '' })
    .where('complaint_id', '=', complaintId)
    .execute()
}
