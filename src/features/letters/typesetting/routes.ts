import { ok, refuse } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { canReadLetters, canWriteLetters } from '../policy.ts'
import { issue, typesetDraft } from './actions.ts'
import * as wall from './contract.ts'
import { letterheadRoutes } from '../letterhead/routes.ts'
import { post, withdraw } from '../posting/actions.ts'
import { checked, openingOf, paperBytes, papersOf } from './queries.ts'

export function typesettingRoutes(ports: Ports): Route<Scope | null>[] {
  return [...writing(ports), ...reading(ports), ...posting(ports), ...letterheadRoutes(ports)]
}

function writing(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readPaperOpening, canWriteLetters, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const today = tokyoDay(ports.clock.now()).toString()
        const opening = await openingOf(tx, may, params.complaintId, today)
        return opening ? ok(opening) : refuse('missing', 'complaints.missing', {})
      }),
    ),
    deskRoute(wall.checkPaper, canWriteLetters, ({ may, params: { complaintId }, body }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const now = { tx, record, at: ports.clock.now().toString() }
        return ok(await checked(now, may, complaintId, body.letter))
      }),
    ),
    deskRoute(wall.typesetLetter, canWriteLetters, ({ may, body }) =>
      typesetDraft(ports, may, body),
    ),
    deskRoute(wall.issuePaper, canWriteLetters, ({ may, params, body }) =>
      issue(ports, may, params.complaintId, body),
    ),
  ]
}

function posting(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.postPaper, canWriteLetters, ({ may, params, body }) =>
      post(ports, may, params.paperId, body),
    ),
    deskRoute(wall.withdrawPosting, canWriteLetters, ({ may, params, body }) =>
      withdraw(ports, may, params.paperId, body),
    ),
  ]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listPapers, canReadLetters, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ papers: await papersOf(tx, may, params.complaintId) }),
      ),
    ),
    deskRoute(wall.downloadPaper, canReadLetters, async ({ may, params: { paperId }, query }) => {
      const kept = await inside(ports.db, may, (tx) => paperBytes(tx, paperId))
      if (!kept) return refuse('missing', 'letters.paper-missing', {})
      const type = query.open && kept.format === 'pdf' ? { type: 'application/pdf' as const } : {}
      return ok({ name: `${kept.subject.slice(0, 60)}.${kept.format}`, bytes: kept.bytes, ...type })
    }),
  ]
}
