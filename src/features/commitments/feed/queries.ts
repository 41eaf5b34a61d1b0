import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Commitment } from '../contract.ts'
import { ledger } from '../queries.ts'
import type { Feed } from './contract.ts'

export async function feedOf(tx: Tx, memberId: string): Promise<Feed> {
  const mine = await tx
    .selectFrom('commitments_feeds')
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .select(['made_at as madeAt', 'read_at as readAt'])
    .executeTakeFirst()
  return { mine: mine ?? null, namesShown: await areNamesShown(tx) }
}

export async function areNamesShown(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('commitments_settings').select('names_in_feed').executeTakeFirst()
  return row?.names_in_feed ?? false
}

export function feedByHash(tx: Tx, hash: string) {
  return tx
    .selectFrom('commitments_feeds')
    .where('secret_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .select(['id', 'member_id as memberId'])
    .executeTakeFirst()
}

const most = 500

/** What a member still owes: what is past first, then what is due next. */
export async function owedBy(
  tx: Tx,
  scope: Scope,
  ownerId: string,
  now: string,
): Promise<Commitment[]> {
  const of = (show: 'broken' | 'open') => ledger(tx, scope, now, { show, ownerId, limit: most })
  return [...(await of('broken')).commitments, ...(await of('open')).commitments].slice(0, most)
}
