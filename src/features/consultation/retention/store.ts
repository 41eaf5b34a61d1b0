import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Erasure } from './contract.ts'

/** False: somebody has decided this version. */
export async function insertRetention(
  tx: Tx,
  { organisationId, viewer }: Scope,
  decided: { version: number; months: number; reason: string; fromOn: string; on: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consultation_retentions')
    .values({
      organisation_id: organisationId,
      version: decided.version,
      months: decided.months,
      reason: decided.reason,
      from_on: decided.fromOn,
      decided_on: decided.on,
      decided_by: viewer?.memberId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function saveWish(tx: Tx, caseId: string, on: string | null): Promise<void> {
  await tx
    .updateTable('consultation_cases')
    .set({ erasure_wished_on: on })
    .where('id', '=', caseId)
    .execute()
}

/** `sealed`: why, since when and by whom; null ends it. */
export async function saveHold(tx: Tx, caseId: string, sealed: string | null): Promise<void> {
  await tx
    .updateTable('consultation_cases')
    .set({ hold: sealed })
    .where('id', '=', caseId)
    .execute()
}

/** Every row of it, in every table. Pieces go with their files. */
export async function deleteCase(tx: Tx, caseId: string): Promise<void> {
  const tables = [
    'consultation_readings',
    'consultation_entries',
    'consultation_messages',
    'consultation_files',
  ] as const
  for (const table of tables) await tx.deleteFrom(table).where('case_id', '=', caseId).execute()
  await tx.deleteFrom('consultation_cases').where('id', '=', caseId).execute()
}

export async function insertErasure(
  tx: Tx,
  { organisationId }: Scope,
  { id, on, why, byId }: Pick<Erasure, 'id' | 'on' | 'why'> & { byId: string },
): Promise<void> {
  await tx
    .insertInto('consultation_erasures')
    .values({ id, organisation_id: organisationId, erased_on: on, why, by_id: byId })
    .execute()
}
