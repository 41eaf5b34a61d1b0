import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canSeal } from '../policy.ts'
import { sealNow } from './actions.ts'
import { listCheckpoints, seal, verifyRecord } from './contract.ts'
import { checkpointsOf, verify } from './queries.ts'

export function checkpointsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(listCheckpoints, canSeal, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ checkpoints: await checkpointsOf(tx) })),
    ),
    deskRoute(seal, canSeal, ({ may, body }) => sealNow(ports, may, body.id)),
    deskRoute(verifyRecord, canSeal, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await verify(tx, may.organisationId))),
    ),
  ]
}
