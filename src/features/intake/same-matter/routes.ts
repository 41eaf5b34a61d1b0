import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canJoin, canSeeMail } from '../policy.ts'
import { join } from './actions.ts'
import { joinMatter, readSameMatter } from './contract.ts'
import { olderIn, told } from './queries.ts'

export function sameMatterRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readSameMatter, canSeeMail, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const entries = await told(tx, may, params.complaintId)
        return entries.length > 0
          ? ok(olderIn(entries))
          : refuse('missing', 'complaints.missing', {})
      }),
    ),
    deskRoute(joinMatter, canJoin, ({ may, params, body }) =>
      join(ports, may, params.complaintId, body),
    ),
  ]
}
