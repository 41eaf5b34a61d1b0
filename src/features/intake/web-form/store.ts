import type { Tx } from '#platform/db/database.ts'

export async function saveFraming(
  tx: Tx,
  organisationId: string,
  framedBy: readonly string[],
  changed: { at: string; by: string },
): Promise<void> {
  const values = { framed_by: [...framedBy], changed_at: changed.at, changed_by: changed.by }
  await tx
    .insertInto('intake_web_forms')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}
