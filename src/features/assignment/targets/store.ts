import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { TargetRow } from './contract.ts'

export async function saveEdition(
  tx: Tx,
  { organisationId }: Scope,
  edition: { fromOn: string; rows: readonly TargetRow[]; at: string; by: string },
): Promise<void> {
  const { fromOn, at, by } = edition
  const fields = { rows: JSON.stringify(edition.rows), changed_at: at, changed_by: by }
  await tx
    .insertInto('assignment_targets')
    .values({ organisation_id: organisationId, from_on: fromOn, ...fields })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'from_on']).doUpdateSet(fields))
    .execute()
}
