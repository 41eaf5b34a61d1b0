import { ok, refuse, type Result } from '#kernel/result.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import {
  customerScope,
  organisationBySlug,
  permitted,
  toBusinessCalendar,
  type Scope,
} from '#features/access/door.ts'
import { readWebForm, submitWebForm } from '../contract.ts'
import { canReceive } from '../policy.ts'
import { nextContactAt } from '../rules.ts'
import { submit } from './actions.ts'
import { doorkeeper } from './rules.ts'

export function webFormRoutes(ports: Ports): Route<Scope | null>[] {
  const ask = doorkeeper()
  return [
    route(readWebForm, async ({ params }) => {
      const found = await organisationOf(ports, params.slug)
      if (!found.ok) return found
      const { name, calendar } = found.value
      return ok({
        organisationName: name,
        opens: calendar.opens,
        closes: calendar.closes,
        answeredBy: nextContactAt(toBusinessCalendar(calendar), ports.clock.now()),
      })
    }),
    route(submitWebForm, async ({ params, body, language, address }) => {
      const minutes = address ? ask(address, ports.clock.now().epochMilliseconds) : null
      if (minutes) return refuse('too-many', 'intake.too-many', { minutes })
      const found = await organisationOf(ports, params.slug)
      if (!found.ok) return found
      const may = permitted(customerScope(found.value.id, language), canReceive)
      return may.ok ? submit(ports, may.value, found.value, body) : may
    }),
  ]
}

async function organisationOf(ports: Ports, slug: string): Promise<Result<Organisation>> {
  const organisation = await organisationBySlug(ports.db, slug)
  return organisation ? ok(organisation) : refuse('missing', 'intake.no-such-form', {})
}
