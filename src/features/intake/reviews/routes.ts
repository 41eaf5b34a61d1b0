import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canBringReviews, canSeeReviews, canSettleReviews } from '../policy.ts'
import { receiveSeen, reopen, settle } from './actions.ts'
import * as wall from './contract.ts'
import { reviewCounts, reviewsBy } from './queries.ts'

export function reviewsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.receiveReview, canBringReviews, ({ may, body }) =>
      receiveSeen(ports, may, body),
    ),
    deskRoute(wall.listReviews, canSeeReviews, ({ may, query }) =>
      inside(ports.db, may, async (tx) =>
        ok({ reviews: await reviewsBy(tx, query.status), counts: await reviewCounts(tx) }),
      ),
    ),
    deskRoute(wall.settleReview, canSettleReviews, ({ may, params, body }) =>
      settle(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.reopenReview, canSettleReviews, ({ may, params, body }) =>
      reopen(ports, may, params.complaintId, body),
    ),
  ]
}
