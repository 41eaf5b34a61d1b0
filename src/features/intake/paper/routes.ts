import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { canReceive } from '../policy.ts'
import { register } from './actions.ts'
import { registerPaper } from './contract.ts'

export function paperRoutes(ports: Ports): Route<Scope | null>[] {
  return [deskRoute(registerPaper, canReceive, ({ may, body }) => register(ports, may, body))]
}
