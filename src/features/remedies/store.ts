import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { takeTurns } from '#features/complaints/door.ts'
import type { RemedyRule } from './contract.ts'
import { rulesNow } from './queries.ts'

export type Writing = { readonly organisationId: string; readonly at: string; readonly by: string }

/** Who changes the table waits for whoever is changing it: two rows are never checked against an old table. */
export function lockTable(tx: Tx): Promise<void> {
  return takeTurns(tx, ['remedies'])
}

export type Publication = {
  readonly rules: readonly RemedyRule[]
  readonly note: string
  readonly fromNumber: number | null
  readonly trial: unknown
}

/** The next version; what stood before stays as it is. */
export async function addVersion(
  tx: Tx,
  { organisationId, at, by }: Writing,
  { rules, note, fromNumber, trial }: Publication,
): Promise<number> {
  const { number } = await tx
    .insertInto('remedies_versions')
    .values({
      organisation_id: organisationId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from remedies_versions)`,
      rules: JSON.stringify(rules),
      note,
      from_number: fromNumber,
      trial: trial ? JSON.stringify(trial) : null,
      published_at: at,
      published_by: by,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  rulesNow.forget(organisationId)
  return number
}
