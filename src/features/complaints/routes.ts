import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { noteReading } from '#features/audit/door.ts'
import * as wall from './contract.ts'
import { checkpointsRoutes } from './checkpoints/routes.ts'
import { customersRoutes } from './customers/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { canReadComplaints } from './policy.ts'
import { handlingRoutes } from './handling/routes.ts'
import { listOf, viewCounts } from './inbox/queries.ts'
import { measuresRoutes } from './measures/routes.ts'
import { complaintById } from './queries.ts'
import { profilesRoutes } from './profiles/routes.ts'
import { talliesRoutes } from './tallies/routes.ts'
import { utterancesRoutes } from './utterances/routes.ts'
import { timelineRoutes } from './timeline/routes.ts'

/** Paths with a word come before paths with an id: `/api/complaints/views` is no complaint. */
export function complaintsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...checkpointsRoutes(ports),
    ...customersRoutes(ports),
    ...profilesRoutes(ports),
    ...talliesRoutes(ports),
    ...evidenceRoutes(ports),
    ...timelineRoutes(ports),
    ...utterancesRoutes(ports),
    ...reading(ports),
    ...handlingRoutes(ports),
    ...measuresRoutes(ports),
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
        noteReading(ports, tx, may, 'complaints', complaint.id, complaint.number)
        return ok(complaint)
      }),
    ),
  ]
}
