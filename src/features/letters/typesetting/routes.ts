import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canReadLetters, canWriteLetters } from '../policy.ts'
import { issue, typesetDraft } from './actions.ts'
import * as wall from './contract.ts'
import { letterheadRoutes } from '../letterhead/routes.ts'
import { paperBytes, papersOf } from './queries.ts'

export function typesettingRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.typesetLetter, canWriteLetters, ({ may, body }) =>
      typesetDraft(ports, may, body),
    ),
    deskRoute(wall.issuePaper, canWriteLetters, ({ may, params, body }) =>
      issue(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.listPapers, canReadLetters, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ papers: await papersOf(tx, may, params.complaintId) }),
      ),
    ),
    deskRoute(wall.downloadPaper, canReadLetters, async ({ may, params: { paperId } }) => {
      const kept = await inside(ports.db, may, (tx) => paperBytes(tx, paperId))
      if (!kept) return refuse('missing', 'letters.paper-missing', {})
      return ok({ name: `${kept.subject.slice(0, 60)}.${kept.format}`, bytes: kept.bytes })
    }),
    ...letterheadRoutes(ports),
  ]
}
