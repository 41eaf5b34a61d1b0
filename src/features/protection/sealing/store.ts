import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { FileHead } from './rules.ts'

export async function insertSeal(
  tx: Tx,
  { organisationId }: Scope,
  { checkpointId, heads }: { checkpointId: string; heads: readonly FileHead[] },
): Promise<void> {
  await tx
    .insertInto('protection_seals')
    .values({
      checkpoint_id: checkpointId,
      organisation_id: organisationId,
      heads: JSON.stringify(heads),
    })
    .execute()
}
