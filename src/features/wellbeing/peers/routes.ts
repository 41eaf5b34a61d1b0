import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { forOneself } from '../actions.ts'
import { canCareForOneself } from '../policy.ts'
import { send } from './actions.ts'
import * as wall from './contract.ts'
import { peersOf } from './queries.ts'
import { dropWords, markAllRead, saveMute } from './store.ts'

export function peersRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readPeers, canCareForOneself, ({ may }) =>
      forOneself(ports, may, async (tx, me) => ok(await peersOf(tx, ports, may, me))),
    ),
    deskRoute(wall.sendWords, canCareForOneself, ({ may, body }) => send(ports, may, body)),
    deskRoute(wall.markRead, canCareForOneself, ({ may }) =>
      forOneself(ports, may, async (tx, me, at) => {
        await markAllRead(tx, me, at)
        return ok({})
      }),
    ),
    deskRoute(wall.throwAway, canCareForOneself, ({ may, params }) =>
      forOneself(ports, may, async (tx, me) => {
        await dropWords(tx, params.wordsId, me)
        return ok({})
      }),
    ),
    deskRoute(wall.mute, canCareForOneself, ({ may, body }) =>
      forOneself(ports, may, async (tx, me) => {
        await saveMute(tx, may, me, body.isMuted)
        return ok({})
      }),
    ),
  ]
}
