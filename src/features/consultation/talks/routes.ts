import { refuse, type Result } from '#kernel/result.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import {
  customerScope,
  deskRoute,
  organisationBySlug,
  permitted,
  type May,
  type Scope,
} from '#features/access/door.ts'
import { unknowing } from '#features/intake/door.ts'
import { canConsult, canConsultUnnamed } from '../policy.ts'
import {
  add,
  addByCode,
  begin,
  beginUnnamed,
  enter,
  look,
  lookByCode,
  wishByCode,
} from './actions.ts'
import * as wall from './contract.ts'

/** Whoever guesses codes or floods the desk; people write and read a few times. Known by a hash of this day alone. */
const allowance = { atOnce: 60, secondsPerMore: 10 }

export function talksRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readEntrance, canConsult, ({ may }) => enter(ports, may)),
    deskRoute(wall.beginTalk, canConsult, ({ may, body }) => begin(ports, may, body)),
    deskRoute(wall.addToTalk, canConsult, ({ may, params, body }) =>
      add(ports, may, params.caseId, body),
    ),
    deskRoute(wall.readTalk, canConsult, ({ may, params }) => look(ports, may, params.caseId)),
    ...unnamedRoutes(ports),
  ]
}

/** `who` is never looked at: the server does not even ask whose session it is (endpoint.isUnnamed). */
function unnamedRoutes(ports: Ports): Route<Scope | null>[] {
  const ask = unknowing(ports, allowance)
  const door = (slug: string, address: string | undefined) => doorOf(ports, slug, ask(address))
  return [
    route(wall.beginUnnamed, async ({ params, body, address }) => {
      const may = await door(params.slug, address)
      return may.ok ? beginUnnamed(ports, may.value, body) : may
    }),
    route(wall.readUnnamed, async ({ params, body, address }) => {
      const may = await door(params.slug, address)
      return may.ok ? lookByCode(ports, may.value, body.code) : may
    }),
    route(wall.wishErasureUnnamed, async ({ params, body, address }) => {
      const may = await door(params.slug, address)
      return may.ok ? wishByCode(ports, may.value, body) : may
    }),
    route(wall.addUnnamed, async ({ params, body, address }) => {
      const may = await door(params.slug, address)
      return may.ok ? addByCode(ports, may.value, body) : may
    }),
  ]
}

/** Whoever comes with a code, to the company of that name. `minutes`: they have to wait. */
export async function doorOf(
  ports: Ports,
  slug: string,
  minutes: number | null,
): Promise<Result<May<'consultation.consult-unnamed'>>> {
  if (minutes) return refuse('too-many', 'intake.too-many', { minutes })
  const organisation = await organisationBySlug(ports.db, slug)
  if (!organisation) return refuse('missing', 'consultation.code-unknown', {})
  return permitted(customerScope(organisation.id, 'ja'), canConsultUnnamed)
}
