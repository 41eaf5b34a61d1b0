import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { canDecidePlans, canPlan, canSeePlans, canSetUpPlans } from './policy.ts'
import { groundsOf, plansOf, settingsOf, standingFor, standingOfComplaint } from './queries.ts'

export function plansRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...proposing(ports), ...deciding(ports), ...settling(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    ...ofComplaint(ports),
    deskRoute(wall.listPlans, canSeePlans, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ plans: await plansOf(tx, may, now()) })),
    ),
    deskRoute(wall.readCustomerPlans, canSeePlans, ({ may, params }) =>
      inside(ports.db, may, async (tx) => ok({ plans: await plansOf(tx, may, now(), params) })),
    ),
    deskRoute(wall.readCallerPlans, canSeePlans, ({ may, params: { customerId } }) =>
      inside(ports.db, may, async (tx) => {
        const here = { complaintId: null, record: null, customerIds: [customerId] }
        return ok({ holds: await standingFor(tx, may, here, now()) })
      }),
    ),
  ]
}

function ofComplaint(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readStanding, canSeePlans, ({ may, params: { complaintId } }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        return ok(
          await standingOfComplaint(tx, may, complaintId, record, ports.clock.now().toString()),
        )
      }),
    ),
    deskRoute(wall.readGrounds, canSeePlans, ({ may, params: { complaintId } }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        return ok({ grounds: await groundsOf(tx, may, complaintId, record) })
      }),
    ),
  ]
}

function proposing(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.proposePlan, canPlan, ({ may, params, body }) =>
      act.propose(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.changePlan, canPlan, ({ may, params, body }) =>
      act.proposeVersion(ports, may, params.planId, body),
    ),
    deskRoute(wall.noteAppeal, canPlan, ({ may, params, body }) =>
      act.noteAppeal(ports, may, params.planId, body),
    ),
    deskRoute(wall.departFromPlan, canPlan, ({ may, params, body }) =>
      act.depart(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.takeMessage, canPlan, ({ may, params, body }) =>
      act.takeMessage(ports, may, params.complaintId, body),
    ),
  ]
}

function deciding(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.agreePlan, canDecidePlans, ({ may, params, body }) =>
      act.agree(ports, may, params.planId, body),
    ),
    deskRoute(wall.declinePlan, canDecidePlans, ({ may, params, body }) =>
      act.decline(ports, may, params.planId, body),
    ),
    deskRoute(wall.answerAppeal, canDecidePlans, ({ may, params, body }) =>
      act.answerAppeal(ports, may, params, body),
    ),
    deskRoute(wall.liftPlan, canDecidePlans, ({ may, params, body }) =>
      act.lift(ports, may, params.planId, body),
    ),
  ]
}

function settling(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readPlanSettings, canSeePlans, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await settingsOf(tx))),
    ),
    deskRoute(wall.changePlanSettings, canSetUpPlans, ({ may, body }) =>
      act.changeSettings(ports, may, body),
    ),
  ]
}
