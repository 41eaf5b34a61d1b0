import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canAnswerTriage, canDeclineClocks, canReadAssessment, canRunClocks } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { clocksOf, dueLines, undecidedLines } from './queries.ts'

export function clocksRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...deciding(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readClocks, canReadAssessment, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const found = await clocksOf(tx, may, params.complaintId, ports.clock.now())
        return found ? ok(found) : refuse('missing', 'complaints.missing', {})
      }),
    ),
    deskRoute(wall.listDueClocks, canReadAssessment, ({ may, query }) =>
      inside(ports.db, may, async (tx) => {
        const undecided = await undecidedLines(tx, may, query)
        return ok({ lines: await dueLines(tx, may, ports.clock.now(), query), undecided })
      }),
    ),
  ]
}

function deciding(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.answerTriage, canAnswerTriage, ({ may, params, body }) =>
      act.answerTriage(ports, may, params.complaintId, { ...body, question: params.question }),
    ),
    deskRoute(wall.startClock, canRunClocks, ({ may, params, body }) =>
      act.start(ports, may, params.complaintId, params.code, body),
    ),
    deskRoute(wall.declineClock, canDeclineClocks, ({ may, params, body }) =>
      act.decline(ports, may, params.complaintId, params.code, body),
    ),
    deskRoute(wall.completeStage, canRunClocks, ({ may, params, body }) =>
      act.complete(ports, may, params.complaintId, params.code, { ...body, stage: params.stage }),
    ),
    deskRoute(wall.reopenStage, canRunClocks, ({ may, params, body }) =>
      act.reopen(ports, may, params.complaintId, params.code, { ...body, stage: params.stage }),
    ),
  ]
}
