import type { Tx } from '#platform/db/database.ts'

export type NewEntry = {
  readonly id: string
  readonly organisationId: string
  readonly caseId: string
  readonly kind: string
  readonly at: string
  readonly byId: string
  readonly dueOn: string | null
  readonly sealed: string
}

/** False: this id was written before. */
export async function insertEntry(tx: Tx, row: NewEntry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consultation_entries')
    .values({
      id: row.id,
      organisation_id: row.organisationId,
      case_id: row.caseId,
      kind: row.kind,
      at: row.at,
      by_id: row.byId,
      due_on: row.dueOn,
      sealed: row.sealed,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function saveDone(tx: Tx, caseId: string, entryId: string, on: string): Promise<void> {
  await tx
    .updateTable('consultation_entries')
    .set({ done_on: on })
    .where('case_id', '=', caseId)
    .where('id', '=', entryId)
    .where('done_on', 'is', null)
    .execute()
}

export async function saveClosed(tx: Tx, caseId: string, on: string | null): Promise<void> {
  await tx
    .updateTable('consultation_cases')
    .set({ closed_on: on })
    .where('id', '=', caseId)
    .execute()
}

export async function insertReading(
  tx: Tx,
  reading: {
    id: string
    organisationId: string
    caseId: string
    memberId: string
    /** Null: the consultation itself. */
    fileId: string | null
    at: string
  },
): Promise<void> {
  await tx
    .insertInto('consultation_readings')
    .values({
      id: reading.id,
      organisation_id: reading.organisationId,
      case_id: reading.caseId,
      member_id: reading.memberId,
      file_id: reading.fileId,
      at: reading.at,
    })
    .execute()
}
