import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { RemedyRule } from './contract.ts'
import { rulesNow } from './queries.ts'

export type Writing = { readonly organisationId: string; readonly at: string; readonly by: string }

/** Who changes the table waits for whoever is changing it: two rows are never checked against an old table. */
export async function lockTable(tx: Tx, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`remedies:${organisationId}`}, 0))`.execute(
    tx,
  )
}

/** Changes a row in its place, or adds it at the end. */
export async function saveRule(tx: Tx, writing: Writing, rule: RemedyRule): Promise<void> {
  const { id, ...row } = rule
  const changed = {
    code: rule.code,
    rule: JSON.stringify(row),
    changed_at: writing.at,
    changed_by: writing.by,
  }
  await tx
    .insertInto('remedies_rules')
    .values({
      id,
      organisation_id: writing.organisationId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from remedies_rules)`,
      ...changed,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute()
  rulesNow.forget(writing.organisationId)
}
