import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { canReadRemedies } from '../policy.ts'
import { readPrecedents } from './contract.ts'
import { precedentsOf } from './queries.ts'

export function precedentsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readPrecedents, canReadRemedies, ({ may, params: { complaintId } }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        return ok(await precedentsOf(tx, complaintId, record))
      }),
    ),
  ]
}
