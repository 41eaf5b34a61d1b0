import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Budget } from './contract.ts'

/** Two periods are never checked against an old list. */
export async function lockBudgets(tx: Tx, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`remedies.budgets:${organisationId}`}, 0))`.execute(
    tx,
  )
}

export async function upsertBudget(
  tx: Tx,
  scope: Scope,
  { id, department, startsOn, endsOn, limitYen }: Omit<Budget, 'spentYen'>,
  at: string,
): Promise<void> {
  const changed = {
    department,
    starts_on: startsOn,
    ends_on: endsOn,
    limit_yen: limitYen,
    changed_at: at,
    changed_by: scope.actor,
  }
  await tx
    .insertInto('remedies_budgets')
    .values({ id, organisation_id: scope.organisationId, ...changed })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute()
}
