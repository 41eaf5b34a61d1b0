import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { clocksRoutes } from './clocks/routes.ts'
import { listUnassessed, readAssessment } from './contract.ts'
import { definitionsRoutes } from './definitions/routes.ts'
import { canReadAssessment } from './policy.ts'
import { assessmentOf, unassessedNow } from './queries.ts'

export function assessmentRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readAssessment, canReadAssessment, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const found = await assessmentOf(tx, may, params.complaintId)
        return found ? ok(found) : refuse('missing', 'complaints.missing', {})
      }),
    ),
    deskRoute(listUnassessed, canReadAssessment, ({ may, query }) =>
      inside(ports.db, may, async (tx) =>
        ok(await unassessedNow(tx, may, ports.clock.now(), query)),
      ),
    ),
    ...clocksRoutes(ports),
    ...definitionsRoutes(ports),
  ]
}
