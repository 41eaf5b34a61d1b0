import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canReadDraft, canWriteLetters } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { pointContent, pointsOf, writingOf } from './queries.ts'

export function writingRoutes(ports: Ports): Route<Scope | null>[] {
  return [...keeping(ports), ...earlier(ports), ...hands(ports)]
}

function keeping(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(wall.readWriting, canReadDraft, ({ may, params }) =>
      inside(ports.db, may, async (tx) => ok(await writingOf(tx, may, params.complaintId, now()))),
    ),
    deskRoute(wall.saveDraft, canWriteLetters, ({ may, params, body }) =>
      act.save(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.discardDraft, canWriteLetters, ({ may, params }) =>
      act.discard(ports, may, params),
    ),
    deskRoute(wall.reopenDraft, canWriteLetters, ({ may, params }) =>
      act.reopen(ports, may, params),
    ),
  ]
}

function earlier(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listPoints, canReadDraft, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ points: await pointsOf(tx, may, params.complaintId) }),
      ),
    ),
    deskRoute(wall.readPoint, canReadDraft, async ({ may, params }) => {
      const { complaintId, pointId } = params
      const content = await inside(ports.db, may, (tx) => pointContent(tx, complaintId, pointId))
      return content ? ok({ content }) : refuse('missing', 'letters.draft-missing', {})
    }),
  ]
}

function hands(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.keepHand, canReadDraft, ({ may, params, body }) =>
      act.beHere(ports, may, params, body.doing),
    ),
    deskRoute(wall.endHand, canReadDraft, ({ may, params }) => act.leave(ports, may, params)),
  ]
}
