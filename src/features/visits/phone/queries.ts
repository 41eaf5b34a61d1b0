import type { Tx } from '#platform/db/database.ts'
import type { HeldPhone } from './store.ts'

/** The phone with this token; undefined for one that was laid down, as for one that never was. */
export async function phoneByHash(tx: Tx, tokenHash: string): Promise<HeldPhone | undefined> {
  const row = await tx
    .selectFrom('visits_phones')
    .where('token_hash', '=', tokenHash)
    .where('laid_down_at', 'is', null)
    .select(['id', 'visit_id', 'member_id', 'public_key', 'private_key'])
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      visitId: row.visit_id,
      memberId: row.member_id,
      publicKey: row.public_key,
      privateKey: row.private_key,
    }
  )
}
