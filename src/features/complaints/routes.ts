import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { noteReading } from '#features/audit/door.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { checkpointsRoutes } from './checkpoints/routes.ts'
import { customersRoutes } from './customers/routes.ts'
import { canAssign, canClose, canErase, canHandle, canNote, canReadComplaints } from './policy.ts'
import { complaintById, listOf, viewCounts } from './queries.ts'
import { timelineRoutes } from './timeline/routes.ts'

/** Paths with a word come before paths with an id: `/api/complaints/views` is no complaint. */
export function complaintsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...checkpointsRoutes(ports),
    ...customersRoutes(ports),
    ...timelineRoutes(ports),
    ...reading(ports),
    ...handling(ports),
    ...deciding(ports),
  ]
}

function reading(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(wall.countViews, canReadComplaints, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ counts: await viewCounts(tx, may, now()) })),
    ),
    deskRoute(wall.listComplaints, canReadComplaints, ({ may, query }) =>
      inside(ports.db, may, async (tx) => ok(await listOf(tx, may, now(), query))),
    ),
    deskRoute(wall.readComplaint, canReadComplaints, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const complaint = await complaintById(tx, may, params.complaintId)
        if (!complaint) return refuse('missing', 'complaints.missing', {})
        await noteReading(ports, tx, may, 'complaints', complaint.id, complaint.number)
        return ok(complaint)
      }),
    ),
  ]
}

function handling(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.addNote, canNote, ({ may, params, body }) =>
      act.note(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.describeComplaint, canHandle, ({ may, params, body }) =>
      act.describe(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.raiseConcern, canHandle, ({ may, params, body }) =>
      act.raise(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.settleConcern, canHandle, ({ may, params, body }) =>
      act.settle(ports, may, params.complaintId, { ...body, concernId: params.concernId }),
    ),
    deskRoute(wall.claimFact, canHandle, ({ may, params, body }) =>
      act.claim(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.confirmFact, canHandle, ({ may, params, body }) =>
      act.confirm(ports, may, params.complaintId, { ...body, factId: params.factId }),
    ),
    deskRoute(wall.withdrawFact, canHandle, ({ may, params, body }) =>
      act.withdraw(ports, may, params.complaintId, { ...body, factId: params.factId }),
    ),
    deskRoute(wall.checkSafety, canHandle, ({ may, params, body }) =>
      act.recordSafety(ports, may, params.complaintId, body),
    ),
  ]
}

function deciding(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.makeDemand, canHandle, ({ may, params, body }) =>
      act.recordDemand(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.answerDemand, canHandle, ({ may, params, body }) =>
      act.answer(ports, may, params.complaintId, { ...body, demandId: params.demandId }),
    ),
    deskRoute(wall.assessComplaint, canHandle, ({ may, params, body }) =>
      act.assess(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.findCause, canHandle, ({ may, params, body }) =>
      act.recordCause(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.assignComplaint, canAssign, ({ may, params, body }) =>
      act.assign(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.closeComplaint, canClose, ({ may, params, body }) =>
      act.close(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.reopenComplaint, canClose, ({ may, params, body }) =>
      act.reopen(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.erasePersonalData, canErase, ({ may, params, body }) =>
      act.erase(ports, may, params.complaintId, body),
    ),
  ]
}
