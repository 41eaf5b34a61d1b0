import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { canDisclose } from '../policy.ts'
import type { Saying } from '../rules.ts'
import { disclose } from './actions.ts'
import { discloseHistory } from './contract.ts'

export function disclosureRoutes(ports: Ports, saying: Saying): Route<Scope | null>[] {
  return [
    deskRoute(discloseHistory, canDisclose, ({ may, params, body }) =>
      disclose(ports, may, saying, params.complaintId, body.mask),
    ),
  ]
}
