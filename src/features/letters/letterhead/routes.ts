import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeSettings, canSeeSettings } from '../policy.ts'
import { changeLetterhead } from './actions.ts'
import * as wall from './contract.ts'
import { letterheadSample } from '../typesetting/actions.ts'
import { editionById, editionsOf, shownLetterhead } from './queries.ts'

export function letterheadRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readLetterhead, canSeeSettings, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await shownLetterhead(tx, may))),
    ),
    deskRoute(wall.listLetterheads, canSeeSettings, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ editions: await editionsOf(tx, may) })),
    ),
    deskRoute(wall.readLetterheadEdition, canSeeSettings, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const edition = await editionById(tx, params.editionId)
        return edition ? ok(edition) : refuse('missing', 'letters.letterhead-missing', {})
      }),
    ),
    deskRoute(wall.previewLetterhead, canSeeSettings, ({ body }) =>
      letterheadSample(body.letterhead, body.direction),
    ),
    deskRoute(wall.changeLetterhead, canChangeSettings, ({ may, body }) =>
      changeLetterhead(ports, may, body),
    ),
  ]
}
