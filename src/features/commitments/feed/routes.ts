import { ok, refuse } from '#kernel/result.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canHaveFeed, canShowNames } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { feedOf } from './queries.ts'

export function feedRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readFeed, canHaveFeed, async ({ may }) => {
      const memberId = may.viewer?.memberId
      if (!memberId) return refuse('forbidden', 'access.not-for-keys', {})
      return inside(ports.db, may, async (tx) => ok(await feedOf(tx, memberId)))
    }),
    deskRoute(wall.makeFeed, canHaveFeed, ({ may, body }) => act.make(ports, may, body.id)),
    deskRoute(wall.revokeFeed, canHaveFeed, ({ may }) => act.revoke(ports, may)),
    deskRoute(wall.showNames, canShowNames, ({ may, body }) =>
      act.showNames(ports, may, body.isOn),
    ),
    route(wall.readCalendar, ({ params }) => act.readByToken(ports, params.token)),
  ]
}
