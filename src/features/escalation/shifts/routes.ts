import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { setupOf } from '#features/assignment/door.ts'
import { canTransfer } from '../policy.ts'
import { isLeader } from '../rules.ts'
import { confirm, read, tell } from './actions.ts'
import { confirmShiftItem, listShifts, readShift, readShiftLines, tellShift } from './contract.ts'
import { deskLines, openLines, shiftsOf } from './queries.ts'

const shownHours = 72

export function shiftsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    linesRoute(ports),
    deskRoute(listShifts, canTransfer, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const now = ports.clock.now()
        const since = now.subtract({ hours: shownHours }).toString()
        const memberId = may.viewer && isLeader(may.viewer) ? undefined : may.viewer?.memberId
        return ok({ shifts: await shiftsOf(tx, may, { since, now: now.toString(), memberId }) })
      }),
    ),
    deskRoute(tellShift, canTransfer, ({ may, body }) => tell(ports, may, body)),
    deskRoute(readShift, canTransfer, ({ may, params }) => read(ports, may, params.shiftId)),
    deskRoute(confirmShiftItem, canTransfer, ({ may, params }) => confirm(ports, may, params)),
  ]
}

function linesRoute(ports: Ports): Route<Scope | null> {
  return deskRoute(readShiftLines, canTransfer, ({ may, query }) =>
    inside(ports.db, may, async (tx) => {
      const { viewer } = may
      const at = ports.clock.now().toString()
      const { deskId, memberId = viewer?.memberId ?? '' } = query
      const mayFor = (ids: readonly string[]) =>
        viewer !== null && (isLeader(viewer) || ids.includes(viewer.memberId))
      if (deskId === undefined)
        return mayFor([memberId])
          ? ok({ lines: await openLines(tx, may, memberId, at), at })
          : refuse('forbidden', 'escalation.shift-of-other', {})
      const desk = (await setupOf(tx, may)).desks.find(({ id }) => id === deskId)
      if (!desk) return refuse('missing', 'escalation.shift-desk-missing', {})
      return mayFor(desk.memberIds)
        ? ok({ lines: await deskLines(tx, may, desk, at), at })
        : refuse('forbidden', 'escalation.shift-of-other', {})
    }),
  )
}
