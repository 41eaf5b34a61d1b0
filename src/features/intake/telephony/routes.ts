import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canSeeCalls, canTakeCalls, canTellCalls } from '../policy.ts'
import { hearCall } from './actions.ts'
import { listRings, readLine, tellCall } from './contract.ts'
import { lineEndedAt, ringsFor } from './queries.ts'

export function telephonyRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(tellCall, canTellCalls, ({ may, body }) => hearCall(ports, may, body)),
    deskRoute(listRings, canTakeCalls, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({ rings: await ringsFor(tx, may, may.viewer?.memberId ?? '', ports.clock.now()) }),
      ),
    ),
    deskRoute(readLine, canSeeCalls, ({ may, params }) =>
      inside(ports.db, may, async (tx) => ok({ endedAt: await lineEndedAt(tx, params.callId) })),
    ),
  ]
}
