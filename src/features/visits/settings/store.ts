import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { VisitsSettings } from './contract.ts'

export async function saveSettings(
  tx: Tx,
  { organisationId, actor }: Scope,
  settings: VisitsSettings,
  at: string,
): Promise<void> {
  const fields = { content: JSON.stringify(settings), changed_at: at, changed_by: actor }
  await tx
    .insertInto('visits_settings')
    .values({ organisation_id: organisationId, ...fields })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(fields))
    .execute()
}

export async function saveSecret(
  tx: Tx,
  scope: Scope,
  settings: VisitsSettings,
  { sealed, at }: { sealed: string; at: string },
): Promise<void> {
  await saveSettings(tx, scope, settings, at)
  await tx.updateTable('visits_settings').set({ gateway_secret: sealed }).execute()
}
