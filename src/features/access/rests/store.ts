import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '../policy.ts'

/** Nothing is given to a member until `untilAt` (ISO), or as long as they rest already. It ends by itself. */
export async function rest(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  memberId: string,
  { now, untilAt }: { now: string; untilAt: string },
): Promise<void> {
  await sql`select uketome_rest(${memberId}, ${organisationId}, ${untilAt}, ${now})`.execute(tx)
}

/** Back, by oneself. */
export async function rise(tx: Tx, memberId: string): Promise<void> {
  await tx.deleteFrom('access_rests').where('member_id', '=', memberId).execute()
}
