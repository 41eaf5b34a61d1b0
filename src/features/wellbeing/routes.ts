import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, restsAt, type Scope } from '#features/access/door.ts'
import { comeBack, forOneself, offerTo as offerRelief, sayFine, takeBreak } from './actions.ts'
import { checksRoutes } from './checks/routes.ts'
import * as wall from './contract.ts'
import { peersRoutes } from './peers/routes.ts'
import { canCareForOneself, canRelieve } from './policy.ts'
import { mineOf, offerTo, reliefNow } from './queries.ts'
import { careSettingsRoutes } from './settings/routes.ts'
import { roomScope } from './store.ts'

export function wellbeingRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...ownRoutes(ports),
    ...reliefRoutes(ports),
    ...peersRoutes(ports),
    ...checksRoutes(ports),
    ...careSettingsRoutes(ports),
  ]
}

function ownRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readOffer, canCareForOneself, ({ may }) =>
      forOneself(ports, may, async (tx, me, now) => ok(await offerTo(tx, me, now))),
    ),
    deskRoute(wall.readMine, canCareForOneself, ({ may }) =>
      forOneself(ports, may, async (tx, me, now) => ok(await mineOf(tx, me, now))),
    ),
    deskRoute(wall.answerOffer, canCareForOneself, ({ may }) => sayFine(ports, may)),
    deskRoute(wall.takeBreak, canCareForOneself, ({ may, body }) => takeBreak(ports, may, body)),
    deskRoute(wall.endBreak, canCareForOneself, ({ may }) => comeBack(ports, may)),
  ]
}

function reliefRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readRelief, canRelieve, async ({ may }) => {
      const now = ports.clock.now().toString()
      const rests = await inside(ports.db, roomScope(may), (tx) => restsAt(tx, now))
      return inside(ports.db, may, async (tx) => ok(await reliefNow(tx, may, rests, now)))
    }),
    deskRoute(wall.offerRelief, canRelieve, ({ may, params, body }) =>
      offerRelief(ports, may, { memberId: params.memberId, id: body.id }),
    ),
  ]
}
