import { ok, refuse } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { change, recordOf } from '#features/complaints/door.ts'
import { canAsk, canLook, canSetUp } from '../policy.ts'
import { saveSetting } from '../store.ts'
import { changeOutside, readOutside, readOutsideFor, tellOutside } from './contract.ts'
import { bodiesOf, toldOf } from './queries.ts'
import { bodiesFor, whyOutside } from './rules.ts'

export function outsideRoutes(ports: Ports): Route<Scope | null>[] {
  return [...ofCompany(ports), ...ofComplaint(ports)]
}

function ofCompany(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readOutside, canLook, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await bodiesOf(tx, may))),
    ),
    deskRoute(changeOutside, canSetUp, ({ may, body: { id, bodies } }) =>
      decideWithinWall(ports.db, may, async (tx) => {
        if (new Set(bodies.map((each) => each.id)).size < bodies.length)
          return refuse('invalid', 'escalation.body-twice', {})
        const at = ports.clock.now().toString()
        await saveSetting(tx, may, { id, part: 'bodies', content: bodies, at })
        return ok(await bodiesOf(tx, may))
      }),
    ),
  ]
}

function ofComplaint(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readOutsideFor, canLook, ({ may, params: { complaintId } }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const { bodies } = await bodiesOf(tx, may)
        const told = await toldOf(tx, complaintId)
        return ok({ because: whyOutside(record), bodies: bodiesFor(record, bodies), told })
      }),
    ),
    deskRoute(tellOutside, canAsk, async ({ may, params: { complaintId }, body }) => {
      const command = { complaintId, id: body.id, basedOn: body.basedOn }
      const done = await change(ports, may, command, async ({ tx }) => {
        const { bodies } = await bodiesOf(tx, may)
        const names = bodies.filter(({ id }) => body.bodyIds.includes(id)).map(({ name }) => name)
        if (names.length === 0) return refuse('missing', 'escalation.body-missing', {})
        return ok([{ type: 'escalation.outside-told', payload: { names } }])
      })
      return done.ok ? ok({ head: done.value.head }) : done
    }),
  ]
}
