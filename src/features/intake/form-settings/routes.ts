import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeForm } from '../policy.ts'
import { setUp } from './actions.ts'
import { changeFormSettings, readFormSettings } from './contract.ts'
import { shownSettings } from './queries.ts'

export function formSettingsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readFormSettings, canChangeForm, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await shownSettings(tx, may))),
    ),
    deskRoute(changeFormSettings, canChangeForm, ({ may, body }) => setUp(ports, may, body)),
  ]
}
