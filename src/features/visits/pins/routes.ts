import { refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { agree, changePins, practise } from './actions.ts'
import { agreeToLocation, setPins, tryPin } from './contract.ts'
import { canHavePins } from './policy.ts'

export function pinsRoutes(ports: Ports): Route<Scope | null>[] {
  const nobody = () => refuse('forbidden', 'access.not-for-keys', {})
  return [
    deskRoute(setPins, canHavePins, async ({ may, body }) =>
      may.viewer ? changePins(ports, may, may.viewer.memberId, body) : nobody(),
    ),
    deskRoute(tryPin, canHavePins, async ({ may, body }) =>
      may.viewer ? practise(ports, may, may.viewer.memberId, body.pin) : nobody(),
    ),
    deskRoute(agreeToLocation, canHavePins, async ({ may, body }) =>
      may.viewer ? agree(ports, may, may.viewer.memberId, body.isGiven) : nobody(),
    ),
  ]
}
