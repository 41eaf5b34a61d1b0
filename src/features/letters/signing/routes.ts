import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeSettings, canSeeSettings } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { shownKeys } from './queries.ts'

export function signingRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listSigningKeys, canSeeSettings, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await shownKeys(tx, may, ports.clock.now()))),
    ),
    deskRoute(wall.makeSigningKey, canChangeSettings, ({ may, body }) =>
      act.make(ports, may, body),
    ),
    deskRoute(wall.checkSigningKey, canChangeSettings, ({ may, params }) =>
      act.check(ports, may, params.keyId),
    ),
    deskRoute(wall.useSigningKey, canChangeSettings, ({ may, params, body }) =>
      act.use(ports, may, params.keyId, body.isOn),
    ),
    deskRoute(wall.dropSigningKey, canChangeSettings, ({ may, params }) =>
      act.drop(ports, may, params.keyId),
    ),
  ]
}
