import { ok, refuse } from '#kernel/result.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import type { Viewer } from '#features/access/contract.ts'
import {
  deskRoute,
  inside,
  organisationBySlug,
  permitted,
  systemScope,
  type Scope,
} from '#features/access/door.ts'
import { myVisitsOf } from '../course/queries.ts'
import { locationOf } from '../pins/actions.ts'
import { pinsOf } from '../pins/queries.ts'
import { carry, layDown, take } from './actions.ts'
import { carryVisit, layDownVisit, readMine, sendPresses } from './contract.ts'
import { canCarry, canPress } from './policy.ts'

export function phoneRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readMine, canCarry, async ({ may }) =>
      may.viewer ? mine(ports, may, may.viewer) : nobody(),
    ),
    deskRoute(carryVisit, canCarry, async ({ may, params, body }) => {
      if (!may.viewer) return nobody()
      const { memberId, organisation } = may.viewer
      return carry(ports, may, organisation, { memberId, ...params, ...body })
    }),
    deskRoute(layDownVisit, canCarry, async ({ may, params }) =>
      may.viewer ? layDown(ports, may, { memberId: may.viewer.memberId, ...params }) : nobody(),
    ),
    route(sendPresses, async ({ params, body }) => {
      const organisation = await organisationBySlug(ports.db, params.slug)
      if (!organisation) return refuse('missing', 'visits.phone-laid-down', {})
      // Whoever has the token acts as this room, and only on the visit that it opens.
      const may = permitted(systemScope(organisation.id, 'visits'), canPress)
      return may.ok ? take(ports, may.value, organisation, body) : may
    }),
  ]
}

const nobody = () => refuse('forbidden', 'access.not-for-keys', {})

function mine(ports: Ports, scope: Scope, { memberId, organisation: { slug } }: Viewer) {
  const serverAt = ports.clock.now().toString()
  return inside(ports.db, scope, async (tx) => {
    const pins = await pinsOf(tx, memberId)
    const pin = { isSet: pins !== undefined, changedAt: pins?.changedAt ?? null }
    const visits = await myVisitsOf(tx, scope, memberId, serverAt)
    return ok({ serverAt, slug, visits, pin, location: await locationOf(tx, memberId) })
  })
}
