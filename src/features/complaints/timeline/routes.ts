import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, memberNames, type Scope } from '#features/access/door.ts'
import { canReadComplaints } from '../policy.ts'
import { readTimeline } from './contract.ts'
import { entriesOf, headOf } from './queries.ts'

export function timelineRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readTimeline, canReadComplaints, ({ may, params, query }) =>
      inside(ports.db, may, async (tx) => {
        const head = await headOf(tx, params.complaintId)
        if (head === undefined) return refuse('missing', 'complaints.missing', {})
        const names = await memberNames(tx, may)
        const entries = await entriesOf(tx, names, params.complaintId, query.after ?? 0)
        return ok({ head: head.sequence, entries })
      }),
    ),
  ]
}
