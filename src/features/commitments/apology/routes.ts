import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canRenegotiate } from '../policy.ts'
import { draftApology } from './contract.ts'
import { apologyOf } from './queries.ts'

export function apologyRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(draftApology, canRenegotiate, ({ may, params }) =>
      inside(ports.db, may, (tx) => apologyOf(tx, may, params.commitmentId, ports.clock.now())),
    ),
  ]
}
