import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, lookingBack, type Scope } from '#features/access/door.ts'
import { canReadTallies } from '../policy.ts'
import { readTallies } from './contract.ts'
import { talliesOf } from './queries.ts'

export function talliesRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readTallies, canReadTallies, async ({ may, query }) => {
      const { value, asOf } = await lookingBack(ports, may, (tx) => talliesOf(tx, query))
      return ok({ tallies: value, asOf })
    }),
  ]
}
