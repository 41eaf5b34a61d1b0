import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id } from '#kernel/fields.ts'

/** What a department may give in a period although nobody owes it. `department` null: the whole company. */
export const budget = z.object({
  id,
  department: z.string().nullable(),
  startsOn: day,
  endsOn: day,
  limitYen: z.int().nonnegative(),
  /** Offered, and neither declined nor given up. */
  spentYen: z.int(),
})
export type Budget = z.output<typeof budget>

export const listBudgets = endpoint({
  method: 'get',
  path: '/api/remedies/budgets',
  summary: 'The goodwill budgets, newest period first, with what is spent of each.',
  answer: z.object({ budgets: z.array(budget) }),
})
export const saveBudget = endpoint({
  method: 'put',
  path: '/api/remedies/budgets/:budgetId',
  summary: 'Set or change a goodwill budget (administrators); never below what is spent.',
  params: z.object({ budgetId: id }),
  body: budget
    .pick({ department: true, startsOn: true, endsOn: true, limitYen: true })
    .extend({ department: z.string().trim().min(1).max(80).nullable() }),
  answer: budget,
})
export const readOwnBudget = endpoint({
  method: 'get',
  path: '/api/remedies/budgets/mine',
  summary:
    'The goodwill budget from which somebody (without a name: the viewer) gives today; null when there is none.',
  query: z.object({ memberId: id.optional() }),
  answer: z.object({ budget: budget.nullable() }),
})
