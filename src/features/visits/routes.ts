import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import * as alarms from './alarms/actions.ts'
import * as ringing from './alarms/contract.ts'
import { alarmsSince, drillAlarms, ringingFor, shownAlarms } from './alarms/queries.ts'
import * as planning from './planning/actions.ts'
import * as plans from './planning/contract.ts'
import { judge, proposalOf, shownOf } from './planning/queries.ts'
import { policeRoutes } from './police/routes.ts'
import {
  canAnswerAlarms,
  canApproveVisits,
  canPlanVisits,
  canSeeVisits,
  canSeeWays,
  canSetVisits,
} from './policy.ts'
import { visitsOfComplaint, visitsSince } from './queries.ts'
import * as setting from './settings/actions.ts'
import * as settings from './settings/contract.ts'
import { settingsOf, stoodOf, waysOf } from './settings/queries.ts'
import type { Surroundings } from './sending/actions.ts'

export function visitsRoutes(ports: Ports, around: Surroundings): Route<Scope | null>[] {
  // Settings before /api/visits/:visitId, which would take the word for an id.
  return [
    ...setRoutes(ports, around),
    ...alarmRoutes(ports),
    ...seeing(ports),
    ...policeRoutes(ports),
    ...planRoutes(ports),
  ]
}

function setRoutes(ports: Ports, around: Surroundings): Route<Scope | null>[] {
  return [
    deskRoute(settings.readVisitsSettings, canSeeVisits, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await stoodOf(tx, may))),
    ),
    deskRoute(settings.saveVisitsSettings, canSetVisits, ({ may, body }) =>
      setting.save(ports, may, body.settings),
    ),
    deskRoute(settings.renewGatewaySecret, canSetVisits, ({ may }) =>
      setting.renewSecret(ports, may),
    ),
    deskRoute(settings.tryWays, canSetVisits, ({ may, body }) =>
      setting.tryOut(ports, may, around, body),
    ),
    deskRoute(settings.readWays, canSeeWays, async ({ may }) =>
      ok(await waysOf(ports, may, around, ago(ports, daysKept * 24))),
    ),
  ]
}

const daysKept = 7
const hoursShown = 24

function ago({ clock }: Ports, hours: number): string {
  return clock.now().subtract({ hours }).toString()
}

function seeing(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(plans.listVisits, canSeeVisits, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const held = await visitsSince(tx, ago(ports, daysKept * 24))
        return ok({ serverAt: now(), visits: await shownOf(tx, may, held) })
      }),
    ),
    deskRoute(ringing.listDrills, canAnswerAlarms, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const drills = await shownAlarms(tx, may, await drillAlarms(tx), 'all')
        return ok({ drills })
      }),
    ),
    deskRoute(plans.listComplaintVisits, canSeeVisits, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const visits = await shownOf(tx, may, await visitsOfComplaint(tx, params.complaintId))
        const record = await recordOf(tx, may, params.complaintId)
        const { checkInMinutes } = await settingsOf(tx)
        return ok({ visits, proposal: proposalOf(record, checkInMinutes) })
      }),
    ),
  ]
}

function planRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(plans.judgeVisit, canPlanVisits, ({ may, body: { complaintId, plan } }) =>
      inside(ports.db, may, async (tx) =>
        ok(await judge(tx, may, { complaintId, visitId: null, approvedWith: null }, plan)),
      ),
    ),
    deskRoute(plans.planVisit, canPlanVisits, ({ may, params, body }) =>
      planning.planVisit(ports, may, params.visitId, body),
    ),
    deskRoute(plans.approveVisit, canApproveVisits, ({ may, params, body }) =>
      planning.approve(ports, may, params.visitId, body),
    ),
    deskRoute(plans.callOffVisit, canPlanVisits, ({ may, params, body }) =>
      planning.callOff(ports, may, params.visitId, body),
    ),
    deskRoute(plans.reportVisit, canPlanVisits, ({ may, params, body }) =>
      planning.tellReport(ports, may, params.visitId, body),
    ),
  ]
}

function alarmRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(ringing.listAlarms, canAnswerAlarms, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const shown = await shownAlarms(tx, may, await alarmsSince(tx, ago(ports, hoursShown)))
        const heard = await ringingFor(tx, may.viewer?.memberId ?? '')
        const mine = new Set(shown.map(({ id }) => id))
        const serverAt = ports.clock.now().toString()
        return ok({ serverAt, alarms: shown, ringing: heard.filter((each) => mine.has(each)) })
      }),
    ),
    deskRoute(ringing.acknowledgeAlarm, canAnswerAlarms, ({ may, params, body }) =>
      alarms.acknowledge(ports, may, params.alarmId, body.id),
    ),
    deskRoute(ringing.callPolice, canAnswerAlarms, ({ may, params, body }) =>
      alarms.tellPolice(ports, may, params.alarmId, body),
    ),
    deskRoute(ringing.closeAlarm, canAnswerAlarms, ({ may, params, body }) =>
      alarms.close(ports, may, params.alarmId, body),
    ),
    deskRoute(ringing.hearSign, canAnswerAlarms, ({ may, params, body }) =>
      alarms.hearSign(ports, may, params.visitId, body),
    ),
  ]
}
