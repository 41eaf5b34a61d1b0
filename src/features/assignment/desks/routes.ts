import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { listDesks, removeDesk, saveDesk, saveProfile } from '../contract.ts'
import { canLead, canSeeDesks, canSetUp } from '../policy.ts'
import { setupOf } from '../queries.ts'
import * as store from '../store.ts'
import { changeDesk } from './actions.ts'

export function desksRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(listDesks, canSeeDesks, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const { desks, members } = await setupOf(tx, may)
        return ok({ desks: [...desks], members: [...members] })
      }),
    ),
    deskRoute(saveDesk, canSetUp, ({ may, params, body }) =>
      changeDesk(ports, may, params.deskId, body),
    ),
    deskRoute(removeDesk, canSetUp, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        await store.removeDesk(tx, may, params.deskId)
        return ok(params)
      }),
    ),
    deskRoute(saveProfile, canLead, ({ may, params, body }) =>
      inside(ports.db, may, async (tx) => {
        const { members } = await setupOf(tx, may)
        const member = members.find(({ memberId }) => memberId === params.memberId)
        if (!member) return refuse('missing', 'access.member-missing', {})
        if (body.hours && body.hours.closes <= body.hours.opens)
          return refuse('invalid', 'access.closes-before-opens', {})
        await store.saveProfile(tx, may, params.memberId, body)
        return ok({ ...member, ...body })
      }),
    ),
  ]
}
