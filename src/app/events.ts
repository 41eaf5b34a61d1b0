import type { Ports } from '#platform/ports.ts'
import { eventHeaders, openFeed, type Feed, type From, type Past } from '#platform/realtime/feed.ts'
import type { Hub } from '#platform/realtime/hub.ts'
import { withinWall } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import {
  movementsFrom,
  movementsSince,
  resumeToken,
} from '#features/complaints/timeline/queries.ts'

/** Somebody who missed more is told the last movement of each complaint. */
const mostMissed = 5000

/** Movements of an organisation as server-sent events. */
export type Streams = (scope: Scope, from: From) => Response

export function movementStreams(ports: Ports, hub: Hub): Streams {
  const feeds = new Map<string, Feed>()
  return (scope, from) => {
    const { organisationId } = scope
    const feed = feeds.get(organisationId) ?? feedOf(ports, hub, scope, feeds)
    feeds.set(organisationId, feed)
    return new Response(feed.open(scope.actor, from), { headers: eventHeaders })
  }
}

function feedOf({ db, clock }: Ports, hub: Hub, scope: Scope, feeds: Map<string, Feed>): Feed {
  const { organisationId } = scope
  // One feed serves everybody of the organisation: it reads as nobody.
  const past: Past = {
    token: () => withinWall(db, organisationId, resumeToken),
    since: (token, known) =>
      withinWall(db, organisationId, (tx) => movementsSince(tx, token, known, mostMissed)),
    lately: (seconds) => {
      const from = clock.now().subtract({ seconds })
      return withinWall(db, organisationId, (tx) => movementsFrom(tx, from, mostMissed))
    },
  }
  return openFeed(hub, organisationId, past, () => feeds.delete(organisationId))
}
