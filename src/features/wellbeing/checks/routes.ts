import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { receiversOf } from '#features/consultation/door.ts'
import { forOneself } from '../actions.ts'
import { canCareForOneself } from '../policy.ts'
import { pass, writeDown } from './actions.ts'
import * as wall from './contract.ts'
import { checksOf } from './queries.ts'
import { dropCheck } from './store.ts'

export function checksRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listChecks, canCareForOneself, ({ may }) =>
      forOneself(ports, may, async (tx, me) =>
        ok({ checks: await checksOf(tx, ports, me), desk: await receiversOf(tx, may) }),
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
  ]
}
