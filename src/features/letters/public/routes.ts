import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { withApproved } from '../gate/queries.ts'
import { canReadLetters, canWriteLetters } from '../policy.ts'
import { askApprovalOf, keepDraft, publish, withdraw } from './actions.ts'
import * as wall from './contract.ts'
import { foundInPublic, publicReplyOf, publicReviewsOf, standingOf } from './queries.ts'

export function publicRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...writing(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readPublicReply, canReadLetters, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const open = await publicReplyOf(tx, may, params.complaintId)
        return open ? ok(open) : refuse('missing', 'complaints.missing', {})
      }),
    ),
    deskRoute(wall.checkPublicReply, canWriteLetters, ({ may, params, body: { text } }) =>
      inside(ports.db, may, async (tx) => {
        const { complaintId } = params
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const at = ports.clock.now().toString()
        const found = await foundInPublic({ tx, record, at }, may, { complaintId, text })
        const findings = await withApproved({ tx, at }, { complaintId, text }, found)
        const standing = await standingOf(tx, may, { complaintId, text, now: at })
        return ok({ findings, ...standing })
      }),
    ),
    deskRoute(wall.listPublicReviews, canReadLetters, ({ may, query }) =>
      inside(ports.db, may, async (tx) =>
        ok(await publicReviewsOf(tx, may, query, ports.clock.now().toString())),
      ),
    ),
  ]
}

function writing(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.draftPublicReply, canWriteLetters, ({ may, params, body }) =>
      keepDraft(ports, may, { ...params, ...body }),
    ),
    deskRoute(wall.askPublicReply, canWriteLetters, ({ may, params, body }) =>
      askApprovalOf(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.publishWords, canWriteLetters, ({ may, params, body }) =>
      publish(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.withdrawWords, canWriteLetters, ({ may, params, body }) =>
      withdraw(ports, may, { ...params, ...body }),
    ),
  ]
}
