import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { FormSettings } from './contract.ts'

export async function saveFormSettings(
  tx: Tx,
  { organisationId, actor }: Scope,
  { isOpen, framedBy, prepare }: FormSettings,
  at: string,
): Promise<void> {
  const values = {
    is_open: isOpen,
    framed_by: [...framedBy],
    prepare,
    changed_at: at,
    changed_by: actor,
  }
  await tx
    .insertInto('intake_web_forms')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}
