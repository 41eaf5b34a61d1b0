import { ok } from '#kernel/result.ts'
import { withinWall } from '#platform/db/database.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute } from '../door.ts'
import { canManageKeys, type Scope } from '../policy.ts'
import { make, revoke } from './actions.ts'
import { listKeys, makeKey, revokeKey } from './contract.ts'
import { keysOf } from './queries.ts'

export function keysRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(listKeys, canManageKeys, ({ may }) =>
      withinWall(ports.db, may, async (tx) => ok({ keys: await keysOf(tx) })),
    ),
    deskRoute(makeKey, canManageKeys, ({ may, body }) => make(ports, may, body)),
    deskRoute(revokeKey, canManageKeys, ({ may, params }) => revoke(ports, may, params.keyId)),
  ]
}
