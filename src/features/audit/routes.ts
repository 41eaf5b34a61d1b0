import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { listReadings } from './contract.ts'
import { canReadAudit } from './policy.ts'
import { readingsOf } from './queries.ts'

export function auditRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(listReadings, canReadAudit, ({ may, query }) =>
      inside(ports.db, may, async (tx) => ok({ readings: await readingsOf(tx, may, query) })),
    ),
  ]
}
