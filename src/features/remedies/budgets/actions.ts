import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May, Scope } from '#features/access/door.ts'
import type { Budget } from './contract.ts'
import { budgetById, budgetFor, budgetsOf, lockBudget } from './queries.ts'
import { leftOf, overlaps } from './rules.ts'
import { lockBudgets, upsertBudget } from './store.ts'

export function saveBudget(
  ports: Ports,
  may: May<'remedies.change-budgets'>,
  wanted: Omit<Budget, 'spentYen'>,
): Promise<Result<Budget>> {
  return decideWithinWall<Budget>(ports.db, may, async (tx) => {
    await lockBudgets(tx)
    if (wanted.endsOn < wanted.startsOn) return refuse('invalid', 'remedies.budget-days', {})
    if ((await budgetsOf(tx)).some((each) => overlaps(wanted, each)))
      return refuse('conflict', 'remedies.budget-overlaps', { department: wanted.department })
    await lockBudget(tx, wanted.id)
    await upsertBudget(tx, may, wanted, ports.clock.now().toString())
    const saved = await budgetById(tx, wanted.id)
    if (!saved) return refuse('conflict', 'complaints.command-reused', {})
    return leftOf(saved) < 0
      ? refuse('conflict', 'remedies.budget-spent', { spentYen: saved.spentYen })
      : ok(saved)
  })
}

/**
 * Takes from today's goodwill budget of whoever offers. Its row is locked before what is left is added up, so that two
 * who give at once cannot both give the last of it. Null: there is no budget, and so no bound.
 */
export async function draw(
  tx: Tx,
  scope: Scope,
  { label, yen, at }: { label: string; yen: number; at: string },
): Promise<Result<{ budgetId: string | null }>> {
  const found = await budgetFor(tx, scope, scope.viewer?.memberId, at)
  if (!found) return ok({ budgetId: null })
  const no = await whyNotFrom(tx, found.id, label, yen)
  return no ?? ok({ budgetId: found.id })
}

/** An offer that was declined is taken after all: the money has to be there once more. */
export async function whyNotFrom(
  tx: Tx,
  budgetId: string,
  label: string,
  yen: number,
): Promise<No | null> {
  await lockBudget(tx, budgetId)
  const budget = await budgetById(tx, budgetId)
  if (!budget || leftOf(budget) >= yen) return null
  const { department, endsOn } = budget
  const told = { label, leftYen: Math.max(leftOf(budget), 0), department, endsOn }
  return refuse('blocked', 'remedies.budget-exhausted', told)
}
