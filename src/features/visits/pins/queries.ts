import type { Tx } from '#platform/db/database.ts'
import type { SealedPins } from './store.ts'

export async function pinsOf(
  tx: Tx,
  memberId: string,
): Promise<(SealedPins & { readonly changedAt: string }) | undefined> {
  const row = await tx
    .selectFrom('visits_pins')
    .where('member_id', '=', memberId)
    .select(['pin_hash', 'duress_hash', 'changed_at'])
    .executeTakeFirst()
  return row && { pin: row.pin_hash, duress: row.duress_hash, changedAt: row.changed_at }
}
