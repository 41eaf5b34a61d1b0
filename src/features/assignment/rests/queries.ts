import type { Tx } from '#platform/db/database.ts'

/** Who is not to be given anything at this moment, and until when (ISO). */
export async function restsAt(tx: Tx, now: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('assignment_rests')
    .where('until_at', '>', now)
    .select(['member_id as id', 'until_at as untilAt'])
    .execute()
  return new Map(rows.map(({ id, untilAt }) => [id, untilAt]))
}

export async function restingAt(tx: Tx, now: string): Promise<Set<string>> {
  return new Set((await restsAt(tx, now)).keys())
}
