import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { canAsk } from '../policy.ts'
import { findNamedPerson } from './contract.ts'
import { namedPeople } from './queries.ts'

export function finderRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(findNamedPerson, canAsk, ({ may, params: { complaintId }, query: { words } }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const now = ports.clock.now().toString()
        return ok({ people: await namedPeople(tx, may, { complaintId, record, words, now }) })
      }),
    ),
  ]
}
