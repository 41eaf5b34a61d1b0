import { ok } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canConsult, canCounsel, canKeepDuties, canSeeDuties } from '../policy.ts'
import { decide, erase, hold, release, wish } from './actions.ts'
import * as wall from './contract.ts'
import { retentionSheet } from './queries.ts'

export function retentionRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readRetention, canSeeDuties, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok(await retentionSheet(tx, may, tokyoDay(ports.clock.now()).toString())),
      ),
    ),
    deskRoute(wall.decideRetention, canKeepDuties, ({ may, body }) => decide(ports, may, body)),
    deskRoute(wall.eraseCase, canCounsel, ({ may, params }) => erase(ports, may, params.caseId)),
    deskRoute(wall.holdCase, canCounsel, ({ may, params, body }) =>
      hold(ports, may, params.caseId, body.reason),
    ),
    deskRoute(wall.releaseCase, canCounsel, ({ may, params }) =>
      release(ports, may, params.caseId),
    ),
    deskRoute(wall.wishErasure, canConsult, ({ may, params, body }) =>
      wish(ports, may, params.caseId, body.isWished),
    ),
  ]
}
