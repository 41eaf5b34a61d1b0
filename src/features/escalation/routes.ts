import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { accept, ask, giveBack, see, withdraw } from './actions.ts'
import * as wall from './contract.ts'
import { handOverSheet, takerOf } from './hand-over/rules.ts'
import { canAnswer, canAsk, canLook } from './policy.ts'
import { requestsOf } from './queries.ts'
import { absencesRoutes } from './absences/routes.ts'
import { finderRoutes } from './finder/routes.ts'
import { outsideRoutes } from './outside/routes.ts'
import { shiftsRoutes } from './shifts/routes.ts'
import type { Surroundings } from '#features/assignment/door.ts'
import { routingRoutes } from './routing/routes.ts'
import { paperRoutes, type NamesIn } from './paper/routes.ts'

export function escalationRoutes(
  ports: Ports,
  { namesIn, assignment }: { readonly namesIn: NamesIn; readonly assignment: Surroundings },
): Route<Scope | null>[] {
  return [
    ...asking(ports),
    ...answering(ports),
    ...paperRoutes(ports, namesIn),
    ...routingRoutes(ports),
    ...finderRoutes(ports),
    ...outsideRoutes(ports),
    ...shiftsRoutes(ports),
    ...absencesRoutes(ports, assignment),
  ]
}

function asking(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.askSupervisor, canAsk, ({ may, params, body }) =>
      ask(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.withdrawEscalation, canAsk, ({ may, params, body }) =>
      withdraw(ports, may, params.requestId, body),
    ),
    deskRoute(wall.listEscalations, canLook, ({ may, query }) =>
      inside(ports.db, may, async (tx) => ok({ requests: await requestsOf(tx, may, query) })),
    ),
    deskRoute(wall.readHandOverSheet, canLook, ({ may, params: { complaintId } }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const receiver = takerOf(may.viewer)
        const now = ports.clock.now().toString()
        return ok(handOverSheet(record, { complaintId, now, receiver }))
      }),
    ),
  ]
}

function answering(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.seeEscalation, canAnswer, ({ may, params, body }) =>
      see(ports, may, params.requestId, body),
    ),
    deskRoute(wall.acceptEscalation, canAnswer, ({ may, params, body }) =>
      accept(ports, may, params.requestId, body),
    ),
    deskRoute(wall.returnEscalation, canAnswer, ({ may, params, body }) =>
      giveBack(ports, may, params.requestId, body),
    ),
  ]
}
