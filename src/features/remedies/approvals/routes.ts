import { ok, refuse } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { changeLimits, delegate, endDelegation } from './actions.ts'
import { ask } from '../asking/actions.ts'
import * as wall from './contract.ts'
import { decline, grant, grantTogether, takeBack } from '../deciding/actions.ts'
import { canAsk, canChangeLimits, canDecide, canDelegate, canReadApprovals } from './policy.ts'
import { approvalsOfComplaint, delegationsOf, limitsOf, queueOf } from './queries.ts'

export function approvalsRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...deciding(ports), ...lending(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listApprovals, canReadApprovals, ({ may, query }) =>
      inside(ports.db, may, async (tx) =>
        ok(await queueOf(tx, may, { ...query, now: ports.clock.now().toString() })),
      ),
    ),
    deskRoute(wall.listComplaintApprovals, canReadApprovals, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        if (!(await recordOf(tx, may, params.complaintId)))
          return refuse('missing', 'complaints.missing', {})
        const now = ports.clock.now().toString()
        return ok({ approvals: await approvalsOfComplaint(tx, may, params.complaintId, now) })
      }),
    ),
  ]
}

function deciding(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.askApproval, canAsk, ({ may, params, body }) =>
      ask(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.grantTogether, canDecide, ({ may, body }) => grantTogether(ports, may, body)),
    deskRoute(wall.grantApproval, canDecide, ({ may, params, body }) =>
      grant(ports, may, params.approvalId, body),
    ),
    deskRoute(wall.refuseApproval, canDecide, ({ may, params, body }) =>
      decline(ports, may, params.approvalId, body),
    ),
    deskRoute(wall.withdrawApproval, canAsk, ({ may, params, body }) =>
      takeBack(ports, may, params.approvalId, body),
    ),
  ]
}

function lending(ports: Ports): Route<Scope | null>[] {
  const today = () => tokyoDay(ports.clock.now()).toString()
  return [
    deskRoute(wall.listDelegations, canReadApprovals, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({ delegations: await delegationsOf(tx, may, today()) }),
      ),
    ),
    deskRoute(wall.delegate, canDelegate, ({ may, body }) => delegate(ports, may, body)),
    deskRoute(wall.endDelegation, canDelegate, ({ may, params }) =>
      endDelegation(ports, may, params.delegationId),
    ),
    deskRoute(wall.readLimits, canReadApprovals, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await limitsOf(tx))),
    ),
    deskRoute(wall.changeLimits, canChangeLimits, ({ may, body }) =>
      changeLimits(ports, may, body),
    ),
  ]
}
