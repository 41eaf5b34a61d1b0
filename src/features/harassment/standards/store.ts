import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { standards, type Standards } from './contract.ts'

export type SetRow = Standards & {
  readonly setById: string
  readonly setAt: string
  readonly reason: string
  readonly effectiveOn: string
}

export async function insertStandards(
  tx: Tx,
  row: SetRow & { readonly id: string; readonly organisationId: string },
): Promise<void> {
  await tx
    .insertInto('harassment_standards')
    .values({
      id: row.id,
      organisation_id: row.organisationId,
      thresholds: JSON.stringify(row.thresholds),
      decider_ids: sql`${[...row.deciderIds]}::uuid[]`,
      reason: row.reason,
      set_by: row.setById,
      set_at: row.setAt,
      effective_on: row.effectiveOn,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Every setting there was, the newest first. */
export async function settingsOf(tx: Tx): Promise<SetRow[]> {
  const rows = await tx
    .selectFrom('harassment_standards')
    .select(['thresholds', 'decider_ids', 'reason', 'set_by', 'set_at', 'effective_on'])
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...standards.parse({ thresholds: row.thresholds, deciderIds: row.decider_ids }),
    reason: row.reason,
    setById: row.set_by,
    setAt: row.set_at,
    effectiveOn: row.effective_on,
  }))
}
