import type { Tx } from '#platform/db/database.ts'
import type { Permission } from '../contract.ts'

export type NewKey = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly prefix: string
  readonly hash: string
  readonly permissions: readonly Permission[]
  readonly perMinute: number
  readonly endsOn: string | null
  readonly createdAt: string
  readonly createdBy: string
}

/** False when there is a key with this id. */
export async function insertKey(tx: Tx, key: NewKey): Promise<boolean> {
  const row = await tx
    .insertInto('access_keys')
    .values({
      id: key.id,
      organisation_id: key.organisationId,
      name: key.name,
      prefix: key.prefix,
      hash: key.hash,
      permissions: [...key.permissions],
      per_minute: key.perMinute,
      ends_on: key.endsOn,
      created_at: key.createdAt,
      created_by: key.createdBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever revoked it first stays written. */
export async function markRevoked(tx: Tx, keyId: string, by: string, at: string): Promise<void> {
  await tx
    .updateTable('access_keys')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', keyId)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function markUsed(tx: Tx, keyId: string, at: string): Promise<void> {
  await tx.updateTable('access_keys').set({ last_used_at: at }).where('id', '=', keyId).execute()
}
