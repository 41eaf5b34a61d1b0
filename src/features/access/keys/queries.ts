import type { Tx } from '#platform/db/database.ts'
import { permission } from '../contract.ts'
import type { ApiKey } from './contract.ts'

/** Those that work first, the newest of them on top. */
export async function keysOf(tx: Tx, keyId?: string): Promise<ApiKey[]> {
  const rows = await tx
    .selectFrom('access_keys as k')
    .innerJoin('access_members as maker', 'maker.id', 'k.created_by')
    .leftJoin('access_members as revoker', 'revoker.id', 'k.revoked_by')
    .$if(keyId !== undefined, (keys) => keys.where('k.id', '=', keyId ?? ''))
    .select(['k.id', 'k.name', 'k.prefix', 'k.permissions', 'k.per_minute as perMinute'])
    .select(['k.ends_on as endsOn', 'k.created_at as createdAt', 'k.last_used_at as lastUsedAt'])
    .select(['k.revoked_at as revokedAt', 'maker.name as createdByName'])
    .select('revoker.name as revokedByName')
    .orderBy('k.revoked_at', (order) => order.desc().nullsFirst())
    .orderBy('k.created_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, permissions: permission.array().parse(row.permissions) }))
}

/** The key with this hash, as much of it as its use asks for. */
export async function keyByHash(tx: Tx, hash: string) {
  const row = await tx
    .selectFrom('access_keys')
    .where('hash', '=', hash)
    .select(['id', 'name', 'permissions', 'per_minute as perMinute', 'ends_on as endsOn'])
    .select(['revoked_at as revokedAt', 'last_used_at as lastUsedAt'])
    .executeTakeFirst()
  return row && { ...row, permissions: permission.array().parse(row.permissions) }
}
