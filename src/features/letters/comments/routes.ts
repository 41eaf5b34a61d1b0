import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canReadDraft, canWriteLetters } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { adviceOn, looksWhere } from './queries.ts'

export function commentsRoutes(ports: Ports): Route<Scope | null>[] {
  return [...said(ports), ...asked(ports)]
}

function said(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listComments, canReadDraft, ({ may, params }) =>
      inside(ports.db, may, async (tx) => ok(await adviceOn(tx, may, params.complaintId))),
    ),
    deskRoute(wall.makeComment, canReadDraft, ({ may, params, body }) =>
      act.say(ports, may, params, body),
    ),
    deskRoute(wall.settleComment, canReadDraft, ({ may, params, body }) =>
      act.settleOne(ports, may, params, body),
    ),
    deskRoute(wall.acceptSuggestion, canWriteLetters, ({ may, params, body }) =>
      act.accept(ports, may, params, body),
    ),
  ]
}

function asked(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.askLook, canWriteLetters, ({ may, params, body }) =>
      act.ask(ports, may, params, body),
    ),
    deskRoute(wall.endLook, canReadDraft, ({ may, params }) => act.endAsking(ports, may, params)),
    deskRoute(wall.listLooks, canReadDraft, async ({ may }) => {
      const askedId = may.viewer?.memberId
      if (!askedId) return refuse('invalid', 'letters.nobody-writes', {})
      const looks = await inside(ports.db, may, (tx) => looksWhere(tx, may, { askedId }))
      return ok({ looks })
    }),
  ]
}
