import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import type { Scope } from '#features/access/door.ts'
import { casesRoutes } from './cases/routes.ts'
import { dutiesRoutes } from './duties/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { talksRoutes } from './talks/routes.ts'

export function consultationRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...talksRoutes(ports),
    ...casesRoutes(ports),
    ...dutiesRoutes(ports),
    ...retentionRoutes(ports),
  ]
}
