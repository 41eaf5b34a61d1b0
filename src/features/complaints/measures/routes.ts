import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canHandle, canReadComplaints } from '../policy.ts'
import { recordOf } from '../record/queries.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'

export function measuresRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listMeasures, canReadComplaints, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, params.complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const { head, measures, noMeasure } = record
        return ok({ head, measures: [...measures], unneeded: noMeasure })
      }),
    ),
    deskRoute(wall.writeMeasure, canHandle, ({ may, params, body }) =>
      act.write(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.changeMeasure, canHandle, ({ may, params, body }) =>
      act.rewrite(ports, may, params.complaintId, { ...body, measureId: params.measureId }),
    ),
    deskRoute(wall.moveMeasure, canHandle, ({ may, params, body }) =>
      act.move(ports, may, params.complaintId, { ...body, measureId: params.measureId }),
    ),
    deskRoute(wall.withdrawMeasure, canHandle, ({ may, params, body }) =>
      act.withdraw(ports, may, params.complaintId, { ...body, measureId: params.measureId }),
    ),
    deskRoute(wall.decideNoMeasure, canHandle, ({ may, params, body }) =>
      act.doWithout(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.liftNoMeasure, canHandle, ({ may, params, body }) =>
      act.needAfterAll(ports, may, params.complaintId, body),
    ),
  ]
}
