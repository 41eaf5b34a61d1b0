import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, memberNames, type Scope } from '#features/access/door.ts'
import { answerWhisperOf, leave, takeOverCall, watch, whisperTo } from './actions.ts'
import * as wall from './contract.ts'
import { canAnswerWhisper, canSeeWatchers, canSupervise } from './policy.ts'
import { boardOf, watchersOfCall } from './queries.ts'
import { readWatchers } from './watching/contract.ts'

export function supervisionRoutes(ports: Ports): Route<Scope | null>[] {
  return [...looking(ports), ...acting(ports)]
}

function looking(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readBoard, canSupervise, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await boardOf(tx, may, ports.clock.now()))),
    ),
    deskRoute(readWatchers, canSeeWatchers, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const names = await memberNames(tx, may)
        return ok({ watchers: await watchersOfCall(tx, params.callId, names, ports.clock.now()) })
      }),
    ),
  ]
}

function acting(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.watchCall, canSupervise, ({ may, params, body }) =>
      watch(ports, may, params, body.id),
    ),
    deskRoute(wall.leaveCall, canSupervise, ({ may, params, body }) =>
      leave(ports, may, params, body.id),
    ),
    deskRoute(wall.whisper, canSupervise, ({ may, params, body }) =>
      whisperTo(ports, may, params, body),
    ),
    deskRoute(wall.answerWhisper, canAnswerWhisper, ({ may, params, body }) =>
      answerWhisperOf(ports, may, params, body),
    ),
    deskRoute(wall.takeOver, canSupervise, ({ may, params, body }) =>
      takeOverCall(ports, may, params, body),
    ),
  ]
}
