import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Letterhead } from './contract.ts'

/** A new edition; the ones before it stay. */
export async function keepLetterhead(
  tx: Tx,
  { organisationId, actor }: Scope,
  { id, at, content }: { id: string; at: string; content: Letterhead },
): Promise<void> {
  await tx
    .insertInto('letters_letterheads')
    .values({
      id,
      organisation_id: organisationId,
      content: JSON.stringify(content),
      changed_at: at,
      changed_by: actor,
    })
    .execute()
}
