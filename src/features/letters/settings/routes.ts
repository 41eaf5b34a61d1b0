import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeSettings, canSeeSettings } from '../policy.ts'
import { changeSettings, preview } from './actions.ts'
import { changeLetterSettings, previewAcknowledgement, readLetterSettings } from './contract.ts'
import { shownSettings } from './queries.ts'

export function settingsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readLetterSettings, canSeeSettings, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await shownSettings(tx, may))),
    ),
    deskRoute(changeLetterSettings, canChangeSettings, ({ may, body }) =>
      changeSettings(ports, may, body),
    ),
    deskRoute(previewAcknowledgement, canSeeSettings, ({ may, body }) =>
      preview(ports, may, body.text),
    ),
  ]
}
