import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import { typeset } from '#platform/paper/typeset.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, organisationOf, type Scope } from '#features/access/door.ts'
import { canConsult, canKeepDuties, canSeeDuties } from '../policy.ts'
import { acknowledge, keep, publish, sheetOf } from './actions.ts'
import * as wall from './contract.ts'
import { onPaper, paperSource } from '../paper/rules.ts'

export function dutiesRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readDuties, canSeeDuties, async ({ may }) => ok(await sheetOf(ports, may))),
    deskRoute(wall.readDutiesPaper, canSeeDuties, async ({ may }) => {
      const { name } = await inside(ports.db, may, (tx) => organisationOf(tx, may))
      const now = ports.clock.now().toString()
      const paper = onPaper(await sheetOf(ports, may), { name, now, language: may.language })
      return ok({ name: `${paper.title}.pdf`, bytes: await typeset(paperSource, paper) })
    }),
    deskRoute(wall.keepDuty, canKeepDuties, ({ may, params, body }) =>
      keep(ports, may, { ...body, code: params.code }),
    ),
    deskRoute(wall.publishPolicy, canKeepDuties, ({ may, body }) => publish(ports, may, body)),
    deskRoute(wall.acknowledgePolicy, canConsult, ({ may, params }) =>
      acknowledge(ports, may, params.version),
    ),
  ]
}
