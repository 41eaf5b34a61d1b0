import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'

/** A phone as its row holds it. */
export type HeldPhone = {
  readonly id: string
  readonly visitId: string
  readonly memberId: string
  readonly publicKey: string
  /** Sealed by the vault. */
  readonly privateKey: string
}

export async function insertPhone(
  tx: Tx,
  { organisationId }: Scope,
  phone: HeldPhone & { readonly tokenHash: string; readonly at: string },
): Promise<void> {
  await tx
    .insertInto('visits_phones')
    .values({
      id: phone.id,
      organisation_id: organisationId,
      visit_id: phone.visitId,
      member_id: phone.memberId,
      token_hash: phone.tokenHash,
      public_key: phone.publicKey,
      private_key: phone.privateKey,
      carried_at: phone.at,
    })
    .execute()
}

/** How many phones of this person no longer carry the visit. */
export async function layDownPhones(
  tx: Tx,
  { visitId, memberId }: Pick<HeldPhone, 'visitId' | 'memberId'>,
  at: string,
): Promise<number> {
  const changed = await tx
    .updateTable('visits_phones')
    .set({ laid_down_at: at })
    .where('visit_id', '=', visitId)
    .where('member_id', '=', memberId)
    .where('laid_down_at', 'is', null)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows)
}

export async function saveSeen(tx: Tx, phoneId: string, at: string): Promise<void> {
  await tx.updateTable('visits_phones').set({ seen_at: at }).where('id', '=', phoneId).execute()
}
