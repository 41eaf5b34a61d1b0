import { ok, refuse } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { absencesRoutes } from './absences/routes.ts'
import { decide, giveBack } from './actions.ts'
import { bulk } from './bulk/actions.ts'
import { lookFor, type Surroundings } from './candidates/queries.ts'
import * as wall from './contract.ts'
import { desksRoutes } from './desks/routes.ts'
import { canBePresent, canDecide, canSeeDesks, canSetUp } from './policy.ts'
import { keep, leave } from './presence/actions.ts'
import * as presence from './presence/contract.ts'
import { presentNow } from './presence/queries.ts'
import { setupOf } from './queries.ts'
import { pause, resume, saveTargets } from './targets/actions.ts'
import * as targets from './targets/contract.ts'
import { standingNow } from './targets/queries.ts'
import { viewsRoutes } from './views/routes.ts'

export function assignmentRoutes(ports: Ports, around: Surroundings): Route<Scope | null>[] {
  return [
    ...desksRoutes(ports),
    ...absencesRoutes(ports),
    ...viewsRoutes(ports),
    ...deciding(ports, around),
    ...clocks(ports),
    ...beingThere(ports, around),
  ]
}

function deciding(ports: Ports, around: Surroundings): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(wall.readCandidates, canSeeDesks, ({ may, params: { complaintId } }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const look = await lookFor(tx, may, around, { complaintId, record, now: now() })
        return ok({
          deskName: look.desk?.name ?? null,
          ownerId: record.ownerId,
          chosenId: look.chosen?.memberId ?? null,
          candidates: [...look.candidates],
        })
      }),
    ),
    deskRoute(wall.decideOwner, canDecide, ({ may, params, body }) =>
      decide(ports, may, around, params.complaintId, body),
    ),
    deskRoute(wall.giveBack, canDecide, ({ may, params, body }) =>
      giveBack(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.previewBulk, canDecide, ({ may, body }) => bulk(ports, may, around, body, true)),
    deskRoute(wall.doBulk, canDecide, ({ may, body }) => bulk(ports, may, around, body, false)),
  ]
}

function clocks(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(targets.readStanding, canSeeDesks, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const now = ports.clock.now().toString()
        const standing = await standingNow(tx, may, params.complaintId, now)
        return standing ? ok(standing) : refuse('missing', 'complaints.missing', {})
      }),
    ),
    deskRoute(targets.pauseTargets, canDecide, ({ may, params, body }) =>
      pause(ports, may, params.complaintId, body),
    ),
    deskRoute(targets.resumeTargets, canDecide, ({ may, params, body }) =>
      resume(ports, may, params.complaintId, body),
    ),
    deskRoute(targets.listTargets, canSeeDesks, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const { editions } = await setupOf(tx, may)
        return ok({ editions: [...editions], today: tokyoDay(ports.clock.now()).toString() })
      }),
    ),
    deskRoute(targets.saveTargets, canSetUp, ({ may, params, body }) =>
      saveTargets(ports, may, params.fromOn, body.rows),
    ),
  ]
}

function beingThere(ports: Ports, around: Surroundings): Route<Scope | null>[] {
  return [
    deskRoute(presence.readPresence, canBePresent, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const at = ports.clock.now().toString()
        const onCall = await around.onCall(tx)
        return ok({ people: await presentNow(tx, may, onCall, at), at })
      }),
    ),
    deskRoute(presence.keepPresence, canBePresent, ({ may, params, body }) =>
      keep(ports, may, params.leaseId, body),
    ),
    deskRoute(presence.endPresence, canBePresent, ({ may, params }) =>
      leave(ports, may, params.leaseId),
    ),
  ]
}
