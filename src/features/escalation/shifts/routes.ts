import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canTransfer } from '../policy.ts'
import { isLeader } from '../rules.ts'
import { confirm, tell } from './actions.ts'
import { confirmShiftItem, listShifts, readShiftLines, tellShift } from './contract.ts'
import { openLines, shiftsOf } from './queries.ts'

const shownHours = 72

export function shiftsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readShiftLines, canTransfer, ({ may, query }) =>
      inside(ports.db, may, async (tx) => {
        const { viewer } = may
        const memberId = query.memberId ?? viewer?.memberId ?? ''
        if (!viewer || (memberId !== viewer.memberId && !isLeader(viewer)))
          return refuse('forbidden', 'escalation.shift-of-other', {})
        const at = ports.clock.now().toString()
        return ok({ lines: await openLines(tx, may, memberId, at), at })
      }),
    ),
    deskRoute(listShifts, canTransfer, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const now = ports.clock.now()
        const since = now.subtract({ hours: shownHours }).toString()
        const memberId = may.viewer && isLeader(may.viewer) ? undefined : may.viewer?.memberId
        return ok({ shifts: await shiftsOf(tx, may, { since, now: now.toString(), memberId }) })
      }),
    ),
    deskRoute(tellShift, canTransfer, ({ may, body }) => tell(ports, may, body)),
    deskRoute(confirmShiftItem, canTransfer, ({ may, params }) => confirm(ports, may, params)),
  ]
}
