import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { approvalsRoutes } from './approvals/routes.ts'
import { budgetsRoutes } from './budgets/routes.ts'
import * as wall from './contract.ts'
import { feasibilityRoutes } from './feasibility/routes.ts'
import { offersRoutes } from './offers/routes.ts'
import { canReadRemedies } from './policy.ts'
import { precedentsRoutes } from './precedents/routes.ts'
import { rulesOf } from './queries.ts'
import { tablesRoutes } from './tables/routes.ts'
import { trialsRoutes } from './trials/routes.ts'

export function remediesRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listRemedyRules, canReadRemedies, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ rules: await rulesOf(tx) })),
    ),
    ...tablesRoutes(ports),
    ...trialsRoutes(ports),
    ...offersRoutes(ports),
    ...approvalsRoutes(ports),
    ...budgetsRoutes(ports),
    ...precedentsRoutes(ports),
    ...feasibilityRoutes(ports),
  ]
}
