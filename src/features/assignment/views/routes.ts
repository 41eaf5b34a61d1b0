import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { listAssigned, listViews, removeView, saveView } from '../contract.ts'
import { canSeeDesks } from '../policy.ts'
import { removeView as forget, saveView as keep } from '../store.ts'
import { assignedPage, viewsOf } from './queries.ts'

export function viewsRoutes(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(listAssigned, canSeeDesks, ({ may, query }) =>
      inside(ports.db, may, async (tx) => ok(await assignedPage(tx, may, now(), query))),
    ),
    deskRoute(listViews, canSeeDesks, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await viewsOf(tx, may, now()))),
    ),
    deskRoute(saveView, canSeeDesks, ({ may, params, body }) => {
      const memberId = may.viewer?.memberId
      return inside(ports.db, may, async (tx) => {
        const view = { id: params.viewId, memberId: memberId ?? '', ...body, at: now() }
        const isMine = memberId !== undefined && (await keep(tx, may, view))
        return isMine ? ok(params) : refuse('forbidden', 'assignment.view-of-other', {})
      })
    }),
    deskRoute(removeView, canSeeDesks, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        if (may.viewer) await forget(tx, params.viewId, may.viewer.memberId)
        return ok(params)
      }),
    ),
  ]
}
