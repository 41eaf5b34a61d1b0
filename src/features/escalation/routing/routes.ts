import { ok, refuse } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, membersOf, type Scope } from '#features/access/door.ts'
import { setupOf } from '#features/assignment/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { routed } from '../actions.ts'
import { canAsk, canLook, canSetUp } from '../policy.ts'
import { saveSetting } from '../store.ts'
import { changeRoutes, previewRoute, readRoutes } from './contract.ts'
import { routesOf } from './queries.ts'
import { whyNotRoutes } from './rules.ts'

export function routingRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readRoutes, canLook, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await routesOf(tx, may))),
    ),
    deskRoute(changeRoutes, canSetUp, ({ may, body: { id, rules } }) =>
      decideWithinWall(ports.db, may, async (tx) => {
        const memberIds = (await membersOf(tx, may.organisationId)).map((each) => each.id)
        const deskIds = (await setupOf(tx, may)).desks.map((each) => each.id)
        const why = whyNotRoutes(rules, { memberIds, deskIds })
        if (why) return why
        const at = ports.clock.now().toString()
        await saveSetting(tx, may, { id, part: 'routes', content: rules, at })
        return ok(await routesOf(tx, may))
      }),
    ),
    previewing(ports),
  ]
}

/** Asks nobody. */
function previewing(ports: Ports): Route<Scope | null> {
  return deskRoute(previewRoute, canAsk, ({ may, params, query }) =>
    inside(ports.db, may, async (tx) => {
      const record = await recordOf(tx, may, params.complaintId)
      if (!record) return refuse('missing', 'complaints.missing', {})
      const at = ports.clock.now().toString()
      const { receiver, deskName, ...route } = await routed({ tx, record, at }, may, query)
      const member = receiver?.member
      const toldName = member ? (member.businessName ?? member.name) : null
      const to = { toId: member?.id ?? null, toName: member?.name ?? null, toldName }
      const { mode, because, recommended, keeping, noConnect, minutes: upAfterMinutes } = route
      const how = { mode, because, recommended, keeping, noConnect }
      return ok({ ...how, ...to, deskName, upAfterMinutes })
    }),
  )
}
