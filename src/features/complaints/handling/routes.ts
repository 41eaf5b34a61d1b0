import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { canClose, canErase, canHandle, canNote } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'

export function handlingRoutes(ports: Ports): Route<Scope | null>[] {
  return [...handling(ports), ...deciding(ports)]
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
