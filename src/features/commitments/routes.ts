import { ok } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, lookingBack, type Scope } from '#features/access/door.ts'
import { apologyRoutes } from './apology/routes.ts'
import * as act from './actions.ts'
import { feedRoutes } from './feed/routes.ts'
import { outlookOf } from './ledger/queries.ts'
import * as wall from './contract.ts'
import {
  canHandOver,
  canKeep,
  canMake,
  canReadCommitments,
  canRenegotiate,
  canWithdraw,
} from './policy.ts'
import { progressRoutes } from './progress/routes.ts'
import { commitmentsOf, keptRateOver, ledger } from './queries.ts'

export function commitmentsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...feedRoutes(ports),
    ...apologyRoutes(ports),
    ...progressRoutes(ports),
    ...reading(ports),
    ...promising(ports),
  ]
}

function reading(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(wall.readKeptRate, canReadCommitments, async ({ may, query }) => {
      const over = (tx: Tx) => keptRateOver(tx, may, now(), query.days)
      const { value, asOf } = await lookingBack(ports, may, over)
      return ok({ ...value, asOf })
    }),
    deskRoute(wall.readOutlook, canReadCommitments, ({ may, query }) =>
      inside(ports.db, may, async (tx) => ok(await outlookOf(tx, may, now(), query.ownerId))),
    ),
    deskRoute(wall.listCommitments, canReadCommitments, ({ may, query }) =>
      inside(ports.db, may, async (tx) => ok(await ledger(tx, may, now(), query))),
    ),
    deskRoute(wall.listComplaintCommitments, canReadCommitments, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ commitments: await commitmentsOf(tx, may, [params.complaintId], now()) }),
      ),
    ),
  ]
}

function promising(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.makeCommitment, canMake, ({ may, params, body }) =>
      act.make(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.renegotiateCommitment, canRenegotiate, ({ may, params, body }) =>
      act.renegotiate(ports, may, params.commitmentId, body),
    ),
    deskRoute(wall.keepCommitment, canKeep, ({ may, params, body }) =>
      act.keep(ports, may, params.commitmentId, body),
    ),
    deskRoute(wall.withdrawKeeping, canKeep, ({ may, params, body }) =>
      act.withdrawKeeping(ports, may, params.commitmentId, body),
    ),
    deskRoute(wall.withdrawCommitment, canWithdraw, ({ may, params, body }) =>
      act.withdraw(ports, may, params.commitmentId, body),
    ),
    deskRoute(wall.handOverCommitment, canHandOver, ({ may, params, body }) =>
      act.handOver(ports, may, params.commitmentId, body),
    ),
  ]
}
