import { tokyoDay } from '#kernel/tokyo.ts'
import { saveBudget } from '#features/remedies/budgets/contract.ts'
import { budget } from '#test/cast.ts'
import type { Stage } from './play.ts'
import { must } from './steps.ts'

/** What the desk may give this month and the two before it although nobody owes it. */
export async function openBudget({ call, scopeOf, nextId }: Stage, now: Temporal.Instant) {
  const month = tokyoDay(now).with({ day: 1 })
  const body = {
    ...budget,
    startsOn: month.subtract({ months: 2 }).toString(),
    endsOn: month.add({ months: 1 }).subtract({ days: 1 }).toString(),
  }
  await must(call(scopeOf('fujii'), saveBudget, { params: { budgetId: nextId() }, body }))
}
