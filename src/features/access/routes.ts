import { ok, refuse } from '#kernel/result.ts'
import { withinWall } from '#platform/db/database.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { changeAbsenceOf, changeOrganisationTo } from './actions.ts'
import {
  changeAbsence,
  changeOrganisation,
  listMembers,
  readDemoSignIns,
  readOrganisation,
  readViewer,
} from './contract.ts'
import { deskRoute } from './door.ts'
import {
  canChangeAbsence,
  canChangeOrganisation,
  canReadMembers,
  canReadOrganisation,
  type Scope,
} from './policy.ts'
import { demoSignIns, membersOf, organisationById } from './queries.ts'

export function accessRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    route(readViewer, async ({ who }: { who: Scope | null }) =>
      who?.viewer ? ok(who.viewer) : refuse('unauthenticated', 'access.not-signed-in', {}),
    ),
    route(readDemoSignIns, async (_: { who: Scope | null }) =>
      ok({ signIns: await demoSignIns(ports.db) }),
    ),
    deskRoute(listMembers, canReadMembers, async ({ may }) =>
      withinWall(ports.db, may.organisationId, async (tx) =>
        ok({ members: await membersOf(tx, may.organisationId) }),
      ),
    ),
    deskRoute(readOrganisation, canReadOrganisation, async ({ may }) => {
      const organisation = await organisationById(ports.db, may.organisationId)
      return organisation ? ok(organisation) : refuse('missing', 'access.no-member', {})
    }),
    deskRoute(changeOrganisation, canChangeOrganisation, ({ may, body }) =>
      changeOrganisationTo(ports, may, body),
    ),
    deskRoute(changeAbsence, canChangeAbsence, ({ may, params, body }) =>
      changeAbsenceOf(ports, may, params.memberId, body),
    ),
  ]
}
