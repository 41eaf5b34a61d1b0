import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Transferred } from './contract.ts'

export async function insertTransfer(
  tx: Tx,
  { organisationId, viewer }: Scope,
  made: { id: string; fromId: string; reason: string; items: readonly Transferred[]; at: string },
): Promise<void> {
  await tx
    .insertInto('escalation_transfers')
    .values({
      id: made.id,
      organisation_id: organisationId,
      from_id: made.fromId,
      reason: made.reason,
      items: JSON.stringify(made.items),
      made_at: made.at,
      made_by: viewer?.memberId ?? '',
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function markUndone(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('escalation_transfers').set({ undone_at: at }).where('id', '=', id).execute()
}
