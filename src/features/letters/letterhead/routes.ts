import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeSettings, canSeeSettings } from '../policy.ts'
import { changeLetterhead } from './actions.ts'
import * as wall from './contract.ts'
import { shownLetterhead } from './queries.ts'

export function letterheadRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readLetterhead, canSeeSettings, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await shownLetterhead(tx, may))),
    ),
    deskRoute(wall.changeLetterhead, canChangeSettings, ({ may, body }) =>
      changeLetterhead(ports, may, body),
    ),
  ]
}
