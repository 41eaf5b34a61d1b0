import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { canKeepProtection } from '../policy.ts'
import type { Saying } from '../rules.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'

export function packsRoutes(ports: Ports, saying: Saying): Route<Scope | null>[] {
  return [
    deskRoute(wall.previewPack, canKeepProtection, ({ may, body }) =>
      act.previewOf(ports, may, saying, body),
    ),
    deskRoute(wall.makePack, canKeepProtection, ({ may, body }) =>
      act.makePack(ports, may, saying, body),
    ),
  ]
}
