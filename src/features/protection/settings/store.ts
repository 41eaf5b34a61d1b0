import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { ProtectionSettings } from './contract.ts'

export async function saveProtectionSettings(
  tx: Tx,
  { organisationId, actor }: Scope,
  settings: ProtectionSettings,
  at: string,
): Promise<void> {
  const { keepYears, offences, platforms, checkedOn } = settings
  const values = {
    keep_years: keepYears,
    offences: JSON.stringify(offences),
    platforms: JSON.stringify(platforms),
    checked_on: checkedOn,
    changed_at: at,
    changed_by: actor,
  }
  await tx
    .insertInto('protection_settings')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}

export async function saveNamed(
  tx: Tx,
  { organisationId }: Scope,
  named: { memberId: string; at: string; by: string },
): Promise<void> {
  await tx
    .insertInto('protection_people')
    .values({
      organisation_id: organisationId,
      member_id: named.memberId,
      named_at: named.at,
      named_by: named.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropNamed(tx: Tx, memberId: string): Promise<void> {
  await tx.deleteFrom('protection_people').where('member_id', '=', memberId).execute()
}
