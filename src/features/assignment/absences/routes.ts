import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canDecide, canSeeDesks } from '../policy.ts'
import { endEarly, plan, shown } from './actions.ts'
import * as wall from './contract.ts'

export function absencesRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listAbsences, canSeeDesks, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({ absences: await shown(tx, may, ports.clock.now().toString()) }),
      ),
    ),
    deskRoute(wall.planAbsence, canDecide, ({ may, params, body }) =>
      plan(ports, may, params.absenceId, body),
    ),
    deskRoute(wall.endAbsence, canDecide, ({ may, params }) =>
      endEarly(ports, may, params.absenceId),
    ),
  ]
}
