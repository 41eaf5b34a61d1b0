import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'

/** Notes a PIN that was neither; answers how many there were on this visit. The same press counts once. */
export async function countWrongPin(
  tx: Tx,
  { organisationId }: Scope,
  tried: { readonly id: string; readonly visitId: string; readonly memberId: string },
  at: string,
): Promise<number> {
  await tx
    .insertInto('visits_pin_tries')
    .values({
      id: tried.id,
      organisation_id: organisationId,
      visit_id: tried.visitId,
      member_id: tried.memberId,
      tried_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const { count } = await tx
    .selectFrom('visits_pin_tries')
    .where('visit_id', '=', tried.visitId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type SealedPins = { readonly pin: string; readonly duress: string }

export async function savePins(
  tx: Tx,
  { organisationId }: Scope,
  memberId: string,
  { pin, duress }: SealedPins,
  at: string,
): Promise<void> {
  const changed = { pin_hash: pin, duress_hash: duress, changed_at: at }
  await tx
    .insertInto('visits_pins')
    .values({ member_id: memberId, organisation_id: organisationId, ...changed })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(changed))
    .execute()
}

export async function saveConsent(
  tx: Tx,
  { organisationId }: Scope,
  memberId: string,
  isGiven: boolean,
  at: string,
): Promise<void> {
  const changed = { is_given: isGiven, changed_at: at }
  await tx
    .insertInto('visits_consents')
    .values({ member_id: memberId, organisation_id: organisationId, ...changed })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(changed))
    .execute()
}
