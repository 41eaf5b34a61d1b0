import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** Who is not to be given anything at this instant (ISO): now, or still when something comes due. */
export async function restingAt(tx: Tx, at: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select uketome_resting(${at}) as id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** And until when (ISO), for a timer; a member sees their own alone. */
export async function restsAt(tx: Tx, now: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('access_rests')
    .where('until_at', '>', now)
    .select(['member_id as id', 'until_at as untilAt'])
    .execute()
  return new Map(rows.map(({ id, untilAt }) => [id, untilAt]))
}
