import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { receive } from './actions.ts'
import { callsRoutes } from './calls/routes.ts'
import { receiveComplaint } from './contract.ts'
import { formSettingsRoutes } from './form-settings/routes.ts'
import { mailboxesRoutes } from './mailboxes/routes.ts'
import { importRoutes } from './import/routes.ts'
import { mailRoutes } from './mail/routes.ts'
import { paperRoutes } from './paper/routes.ts'
import { canReceive } from './policy.ts'
import { reviewsRoutes } from './reviews/routes.ts'
import { sameMatterRoutes } from './same-matter/routes.ts'
import { telephonyRoutes } from './telephony/routes.ts'
import { webFormRoutes } from './web-form/routes.ts'

export function intakeRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...callsRoutes(ports),
    ...telephonyRoutes(ports),
    ...webFormRoutes(ports),
    ...formSettingsRoutes(ports),
    ...mailRoutes(ports),
    ...mailboxesRoutes(ports),
    ...importRoutes(ports),
    ...reviewsRoutes(ports),
    ...paperRoutes(ports),
    ...sameMatterRoutes(ports),
    deskRoute(receiveComplaint, canReceive, ({ may, body }) => receive(ports, may, body)),
  ]
}
