import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { AbsenceFields } from './contract.ts'

export async function saveAbsence(
  tx: Tx,
  { organisationId }: Scope,
  id: string,
  absence: AbsenceFields,
): Promise<void> {
  const fields = {
    member_id: absence.memberId,
    from_at: absence.fromAt,
    until_at: absence.untilAt,
    promises_to: absence.promisesTo,
    complaints_to: absence.complaintsTo,
    arrivals_to: absence.arrivalsTo,
  }
  await tx
    .insertInto('assignment_absences')
    .values({ id, organisation_id: organisationId, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}

export async function markBegun(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('assignment_absences').set({ began_at: at }).where('id', '=', id).execute()
}

export async function markEnded(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('assignment_absences').set({ ended_at: at }).where('id', '=', id).execute()
}
