import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeDefinitions, canReadAssessment } from '../policy.ts'
import { changeWithin, check, save } from './actions.ts'
import * as wall from './contract.ts'
import { assessWithinOf, heldDefinitions, shippedProblems, textsOf } from './queries.ts'

export function definitionsRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...changing(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listDefinitions, canReadAssessment, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({
          definitions: await heldDefinitions(tx, may, ports.clock.now()),
          problems: await shippedProblems(may),
          assessWithin: await assessWithinOf(tx, may),
        }),
      ),
    ),
    deskRoute(wall.readDefinition, canReadAssessment, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const now = ports.clock.now()
        const all = await heldDefinitions(tx, may, now)
        const held = all.find(({ definition }) => definition.code === params.code)
        if (!held) return refuse('missing', 'assessment.definition-missing', {})
        return ok({ held, ...(await textsOf(tx, may, params.code, now)) })
      }),
    ),
  ]
}

function changing(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.saveDefinition, canChangeDefinitions, ({ may, params, body }) =>
      save(ports, may, params.code, body),
    ),
    deskRoute(wall.checkDefinition, canChangeDefinitions, ({ may, params, body }) =>
      check(ports, may, params.code, body),
    ),
    deskRoute(wall.changeAssessWithin, canChangeDefinitions, ({ may, body }) =>
      changeWithin(ports, may, body.minutes),
    ),
  ]
}
