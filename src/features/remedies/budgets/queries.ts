import { sql } from 'kysely'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import { membersOf, type Scope } from '#features/access/door.ts'
import type { Budget } from './contract.ts'

/** What binds a budget: everything offered from it that was not declined and not given up. */
const spent = sql<number>`coalesce((select sum(g.amount_yen)::int from remedies_grants g
  where g.budget_id = remedies_budgets.id and g.answer <> 'rejected' and g.released_at is null), 0)`

function budgets(tx: Tx) {
  return tx
    .selectFrom('remedies_budgets')
    .select([
      'id',
      'department',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'limit_yen as limitYen',
      spent.as('spentYen'),
    ])
}

export function budgetsOf(tx: Tx): Promise<Budget[]> {
  return budgets(tx).orderBy('starts_on', 'desc').orderBy('department').orderBy('id').execute()
}

export function budgetById(tx: Tx, id: string): Promise<Budget | undefined> {
  return budgets(tx).where('id', '=', id).executeTakeFirst()
}

/** The department's own, else the company's. */
export async function budgetFor(
  tx: Tx,
  scope: Scope,
  memberId: string | undefined,
  now: string,
): Promise<Budget | undefined> {
  const day = tokyoDay(Temporal.Instant.from(now)).toString()
  const members = await membersOf(tx, scope.organisationId)
  const department = members.find(({ id }) => id === memberId)?.teamName ?? ''
  return budgets(tx)
    .where('starts_on', '<=', day)
    .where('ends_on', '>=', day)
    .where((where) =>
      where.or([where('department', '=', department), where('department', 'is', null)]),
    )
    .orderBy('department', (order) => order.asc().nullsLast())
    .executeTakeFirst()
}

/** Whoever gives from it waits for whoever is giving from it: only then is what is left the truth. */
export async function lockBudget(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('remedies_budgets').where('id', '=', id).select('id').forUpdate().execute()
}
