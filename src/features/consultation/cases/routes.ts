import { ok } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, memberNames, type Scope } from '#features/access/door.ts'
import { canAppoint, canCounsel } from '../policy.ts'
import { answer, appointTo, close, finish, openCase, reopen, write } from './actions.ts'
import * as wall from './contract.ts'
import { erasuresOf } from '../retention/queries.ts'
import { appointmentsOf, casesOf } from './queries.ts'

export function casesRoutes(ports: Ports): Route<Scope | null>[] {
  const today = () => tokyoDay(ports.clock.now()).toString()
  return [
    deskRoute(wall.listCases, canCounsel, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({
          cases: await casesOf({ tx, scope: may, vault: ports.vault, today: today() }),
          appointments: await appointmentsOf(tx, may),
          erasures: await erasuresOf(tx, await memberNames(tx, may)),
        }),
      ),
    ),
    deskRoute(wall.readCase, canCounsel, ({ may, params }) => openCase(ports, may, params.caseId)),
    deskRoute(wall.answerPerson, canCounsel, ({ may, params, body }) =>
      answer(ports, may, params.caseId, body),
    ),
    deskRoute(wall.writeEntry, canCounsel, ({ may, params, body }) =>
      write(ports, may, params.caseId, body),
    ),
    deskRoute(wall.finishEntry, canCounsel, ({ may, params }) => finish(ports, may, params)),
    deskRoute(wall.closeCase, canCounsel, ({ may, params }) => close(ports, may, params.caseId)),
    deskRoute(wall.reopenCase, canCounsel, ({ may, params }) => reopen(ports, may, params.caseId)),
    deskRoute(wall.appoint, canAppoint, ({ may, params, body }) =>
      appointTo(ports, may, params.memberId, body.isOn),
    ),
  ]
}
