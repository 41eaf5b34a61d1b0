import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { takeTurns } from '#features/complaints/door.ts'
import type { Budget } from './contract.ts'

/** Two periods are never checked against an old list. */
export function lockBudgets(tx: Tx): Promise<void> {
  return takeTurns(tx, ['remedies.budgets'])
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
