import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { canReadFeasibility, canSetConnector, canTellFeasibility } from './policy.ts'
import { connectorOf, feasibilityOf } from './queries.ts'

export function feasibilityRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readFeasibility, canReadFeasibility, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ answers: await feasibilityOf(tx, params.complaintId) }),
      ),
    ),
    deskRoute(wall.askFeasibility, canTellFeasibility, ({ may, params, body }) =>
      act.askConnector(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.tellFeasibility, canTellFeasibility, ({ may, params, body }) =>
      act.tell(ports, may, params.complaintId, { ...body, ruleId: params.ruleId }),
    ),
    deskRoute(wall.readConnector, canSetConnector, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const found = await connectorOf(tx)
        return ok({ connector: found ? { url: found.url, isOn: found.isOn } : null })
      }),
    ),
    deskRoute(wall.saveConnector, canSetConnector, ({ may, body }) =>
      act.saveConnector(ports, may, body),
    ),
  ]
}
