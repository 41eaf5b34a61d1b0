import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import * as wall from '../contract.ts'
import { canAgree, canOffer, canReadRemedies } from '../policy.ts'
import { remediesOf } from '../queries.ts'
import * as act from './actions.ts'

export function offersRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readRemedies, canReadRemedies, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const now = ports.clock.now().toString()
        const remedies = await remediesOf(tx, may, params.complaintId, now)
        return remedies ? ok(remedies) : refuse('missing', 'complaints.missing', {})
      }),
    ),
    deskRoute(wall.offerRemedy, canOffer, ({ may, params, body }) =>
      act.offer(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.answerOffer, canOffer, ({ may, params, body }) =>
      act.answer(ports, may, params.complaintId, params.offerId, body),
    ),
    deskRoute(wall.agreeRemedies, canAgree, ({ may, params, body }) =>
      act.agree(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.withdrawAgreement, canAgree, ({ may, params, body }) =>
      act.withdrawAgreement(ports, may, params.complaintId, body),
    ),
  ]
}
