import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import * as act from './actions.ts'
import { listBudgets, readOwnBudget, saveBudget } from './contract.ts'
import { canChangeBudgets, canReadBudgets } from './policy.ts'
import { budgetFor, budgetsOf } from './queries.ts'

export function budgetsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readOwnBudget, canReadBudgets, ({ may, query }) =>
      inside(ports.db, may, async (tx) => {
        const memberId = query.memberId ?? may.viewer?.memberId
        const budget = await budgetFor(tx, may, memberId, ports.clock.now().toString())
        return ok({ budget: budget ?? null })
      }),
    ),
    deskRoute(listBudgets, canReadBudgets, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ budgets: await budgetsOf(tx) })),
    ),
    deskRoute(saveBudget, canChangeBudgets, ({ may, params, body }) =>
      act.saveBudget(ports, may, { id: params.budgetId, ...body }),
    ),
  ]
}
