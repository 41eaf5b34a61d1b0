import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { keepSheetOf } from './actions.ts'
import { keepSheet } from './contract.ts'
import { canKeepSheet } from './policy.ts'

export function sheetsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(keepSheet, canKeepSheet, ({ may, params, body }) =>
      keepSheetOf(ports, may, params.complaintId, body),
    ),
  ]
}
