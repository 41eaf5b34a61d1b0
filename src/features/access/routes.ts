import { ok, refuse, type Result } from '#kernel/result.ts'
import { withinWall } from '#platform/db/database.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { changeAbsenceOf, changeBusinessNameOf, changeOrganisationTo } from './actions.ts'
import {
  changeAbsence,
  changeBusinessName,
  changeOrganisation,
  listMembers,
  readDemoSignIns,
  readOrganisation,
  readViewer,
  type Viewer,
} from './contract.ts'
import { deskRoute } from './door.ts'
import { extensionsRoutes } from './extensions/routes.ts'
import { keysRoutes } from './keys/routes.ts'
import {
  canChangeAbsence,
  canChangeBusinessName,
  canChangeOrganisation,
  canReadMembers,
  canReadOrganisation,
  canReadViewer,
  type Scope,
} from './policy.ts'
import { demoSignIns, membersOf, organisationById, teamsOf } from './queries.ts'

export function accessRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...keysRoutes(ports),
    ...extensionsRoutes(ports),
    deskRoute(readViewer, canReadViewer, ({ may }) => readViewerOf(ports, may)),
    route(readDemoSignIns, async (_: { who: Scope | null }) =>
      ok({ signIns: await demoSignIns(ports.db) }),
    ),
    deskRoute(listMembers, canReadMembers, async ({ may }) =>
      withinWall(ports.db, may, async (tx) =>
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
    deskRoute(changeBusinessName, canChangeBusinessName, ({ may, params, body }) =>
      changeBusinessNameOf(ports, may, params.memberId, body.businessName),
    ),
  ]
}

async function readViewerOf(ports: Ports, scope: Scope): Promise<Result<Viewer>> {
  const { viewer } = scope
  if (!viewer) return refuse('unauthenticated', 'access.not-signed-in', {})
  return withinWall(ports.db, scope, async (tx) =>
    ok({ ...viewer, teams: await teamsOf(tx, viewer.memberId) }),
  )
}
