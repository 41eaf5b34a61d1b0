import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, memberNames, type Scope } from '#features/access/door.ts'
import { endCall, holdCall, listLiveCalls, readCall, resumeCall, startCall } from '../contract.ts'
import { canSeeCalls, canTakeCalls } from '../policy.ts'
import { end, hold, readOne, resume, start } from './actions.ts'
import { liveCalls, named } from './queries.ts'

export function callsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(startCall, canTakeCalls, ({ may, body }) => start(ports, may, body)),
    deskRoute(listLiveCalls, canSeeCalls, ({ may, query }) =>
      inside(ports.db, may, async (tx) => {
        const names = await memberNames(tx, may)
        const rows = await liveCalls(tx, query.mine ? may.viewer?.memberId : undefined)
        return ok({ calls: rows.map((row) => named(row, names)) })
      }),
    ),
    deskRoute(readCall, canSeeCalls, ({ may, params }) => readOne(ports, may, params.callId)),
    deskRoute(holdCall, canTakeCalls, ({ may, params, body }) =>
      hold(ports, may, params.callId, body),
    ),
    deskRoute(resumeCall, canTakeCalls, ({ may, params, body }) =>
      resume(ports, may, params.callId, body),
    ),
    deskRoute(endCall, canTakeCalls, ({ may, params, body }) =>
      end(ports, may, params.callId, body),
    ),
  ]
}
