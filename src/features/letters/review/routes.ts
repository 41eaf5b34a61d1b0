import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canReadLetters } from '../policy.ts'
import { readReview } from './contract.ts'
import { reviewOf } from './queries.ts'

export function reviewRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readReview, canReadLetters, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const at = ports.clock.now().toString()
        const review = await reviewOf(tx, may, params.approvalId, at)
        return review ? ok(review) : refuse('missing', 'remedies.approval-missing', {})
      }),
    ),
  ]
}
