import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, membersOf, type Scope } from '#features/access/door.ts'
import type { Surroundings } from '#features/assignment/door.ts'
import { canTransfer } from '../policy.ts'
import { isLeader } from '../rules.ts'
import { make, undo } from './actions.ts'
import { listTransfers, makeTransfer, readTransferables, undoTransfer } from './contract.ts'
import { transferablesOf, transfersOf } from './queries.ts'

const shownHours = 24 * 30

export function absencesRoutes(ports: Ports, around: Surroundings): Route<Scope | null>[] {
  return [
    deskRoute(readTransferables, canTransfer, ({ may, params: { memberId } }) =>
      inside(ports.db, may, async (tx) => {
        const { viewer } = may
        if (!viewer || (memberId !== viewer.memberId && !isLeader(viewer)))
          return refuse('forbidden', 'escalation.transfer-of-other', {})
        const member = (await membersOf(tx, may.organisationId)).find(({ id }) => id === memberId)
        if (!member) return refuse('missing', 'access.member-missing', {})
        const now = ports.clock.now().toString()
        const lines = await transferablesOf(tx, may, around, { memberId, now })
        return ok({ memberName: member.name, lines })
      }),
    ),
    deskRoute(makeTransfer, canTransfer, ({ may, body }) => make(ports, may, around, body)),
    deskRoute(undoTransfer, canTransfer, ({ may, params }) =>
      undo(ports, may, around, params.transferId),
    ),
    deskRoute(listTransfers, canTransfer, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const since = ports.clock.now().subtract({ hours: shownHours }).toString()
        const { viewer } = may
        const fromId = viewer && isLeader(viewer) ? undefined : (viewer?.memberId ?? '')
        return ok({ transfers: await transfersOf(tx, may, { since, fromId }) })
      }),
    ),
  ]
}
