import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { KeptSheet, PoliceSheet } from './contract.ts'

export type NewSheet = Pick<KeptSheet, 'id' | 'how' | 'at'> & {
  readonly memberId: string
  readonly sheet: PoliceSheet
}

/** The same id again changes nothing: what was seen then was seen then. */
export async function insertSheet(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  { id, how, at, memberId, sheet }: NewSheet,
): Promise<void> {
  await tx
    .insertInto('visits_police_sheets')
    .values({
      id,
      organisation_id: organisationId,
      visit_id: sheet.visit.id,
      number: sheet.number,
      how,
      member_id: memberId,
      at,
      content: JSON.stringify(sheet),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function forgetSheets(tx: Tx, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return
  await tx
    .updateTable('visits_police_sheets')
    .set({ content: null })
    .where('visit_id', 'in', [...visitIds])
    .execute()
}
