import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { canManageWebhooks } from './policy.ts'
import { countMessages, endpointsOf, messagesOf } from './queries.ts'

export function webhooksRoutes(ports: Ports): Route<Scope | null>[] {
  return [...looking(ports), ...keeping(ports), ...sending(ports)]
}

function looking(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listEndpoints, canManageWebhooks, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ endpoints: await endpointsOf(tx) })),
    ),
    deskRoute(wall.listMessages, canManageWebhooks, ({ may, params: { endpointId }, query }) =>
      inside(ports.db, may, async (tx) =>
        ok({
          messages: await messagesOf(tx, { endpointId, ...query }),
          total: await countMessages(tx, endpointId),
        }),
      ),
    ),
  ]
}

function keeping(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.addEndpoint, canManageWebhooks, ({ may, body }) => act.add(ports, may, body)),
    deskRoute(wall.changeEndpoint, canManageWebhooks, ({ may, params, body }) =>
      act.alter(ports, may, { ...body, id: params.endpointId }),
    ),
    deskRoute(wall.removeEndpoint, canManageWebhooks, ({ may, params }) =>
      act.remove(ports, may, params.endpointId),
    ),
    deskRoute(wall.rotateSecret, canManageWebhooks, ({ may, params }) =>
      act.rotate(ports, may, params.endpointId),
    ),
    deskRoute(wall.stopEndpoint, canManageWebhooks, ({ may, params }) =>
      act.stop(ports, may, params.endpointId),
    ),
    deskRoute(wall.resumeEndpoint, canManageWebhooks, ({ may, params }) =>
      act.resume(ports, may, params.endpointId),
    ),
  ]
}

function sending(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.tryEndpoint, canManageWebhooks, ({ may, params, body }) =>
      act.trial(ports, may, params.endpointId, body.id),
    ),
    deskRoute(wall.replayMessage, canManageWebhooks, ({ may, params }) =>
      act.replay(ports, may, params.messageId),
    ),
    deskRoute(wall.replayRange, canManageWebhooks, ({ may, params, body }) =>
      act.replayAll(ports, may, params.endpointId, body),
    ),
  ]
}
