import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { identifyCustomer } from '../handling/contract.ts'
import { canHandle } from '../policy.ts'
import { identify } from './actions.ts'
import { findCustomers } from './contract.ts'
import { customersMatching } from './queries.ts'

export function customersRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(findCustomers, canHandle, ({ may, query }) =>
      inside(ports.db, may, async (tx) =>
        ok({ matches: await customersMatching(tx, may, query.words) }),
      ),
    ),
    deskRoute(identifyCustomer, canHandle, ({ may, params, body }) =>
      identify(ports, may, params.complaintId, body),
    ),
  ]
}
