import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { forOneself } from '../actions.ts'
import { canCareForOneself, canReceive } from '../policy.ts'
import { pass, writeDown } from './actions.ts'
import * as wall from './contract.ts'
import { checksOf, deskNames, passedTo } from './queries.ts'
import { dropCheck, saveSight } from './store.ts'

export function checksRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listChecks, canCareForOneself, ({ may }) =>
      forOneself(ports, may, async (tx, me) =>
        ok({ checks: await checksOf(tx, ports, me), deskNames: await deskNames(tx, may) }),
      ),
    ),
    deskRoute(wall.saveCheck, canCareForOneself, ({ may, body }) => writeDown(ports, may, body)),
    deskRoute(wall.dropCheck, canCareForOneself, ({ may, params }) =>
      forOneself(ports, may, async (tx, me) => {
        await dropCheck(tx, params.checkId, me)
        return ok({})
      }),
    ),
    deskRoute(wall.passToDesk, canCareForOneself, ({ may, body }) => pass(ports, may, body)),
    ...atTheDesk(ports),
  ]
}

function atTheDesk(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listPassed, canReceive, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ passed: await passedTo(tx, ports, may) })),
    ),
    deskRoute(wall.seePassed, canReceive, async ({ may, params }) => {
      const by = may.viewer?.memberId
      if (!by) return refuse('forbidden', 'wellbeing.nobody-acts', {})
      const at = ports.clock.now().toString()
      return inside(ports.db, may, async (tx) =>
        (await saveSight(tx, params.passedId, { at, by }))
          ? ok({})
          : refuse('conflict', 'wellbeing.seen-already', {}),
      )
    }),
  ]
}
