import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeRules } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { casesOf, toTrial, trialNow } from './queries.ts'

export function trialsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.tryDraft, canChangeRules, ({ may, body }) => act.tryOut(ports, may, body)),
    deskRoute(wall.stopTrial, canChangeRules, ({ may }) => act.stop(ports, may)),
    deskRoute(wall.readTrial, canChangeRules, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const trial = await trialNow(tx, may)
        return ok({ trial: trial && toTrial(trial) })
      }),
    ),
    deskRoute(wall.listTrialCases, canChangeRules, ({ may, query }) =>
      inside(ports.db, may, async (tx) => ok(await casesOf(tx, query))),
    ),
  ]
}
