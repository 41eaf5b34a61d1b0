import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canNote, canReadComplaints } from '../policy.ts'
import { headOf } from '../timeline/queries.ts'
import { hear } from './actions.ts'
import { hearUtterance, readUtterances } from './contract.ts'
import { utterancesOf } from './queries.ts'

export function utterancesRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(hearUtterance, canNote, ({ may, params, body }) =>
      hear(ports, may, params.complaintId, body),
    ),
    deskRoute(readUtterances, canReadComplaints, ({ may, params, query }) =>
      inside(ports.db, may, async (tx) => {
        if ((await headOf(tx, params.complaintId)) === undefined)
          return refuse('missing', 'complaints.missing', {})
        return ok({ utterances: await utterancesOf(tx, params.complaintId, query.limit) })
      }),
    ),
  ]
}
