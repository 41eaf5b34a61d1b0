import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, membersOf, type Scope } from '#features/access/door.ts'
import { canKeepProtection } from '../policy.ts'
import { whyNotNamed } from '../reading/actions.ts'
import * as wall from './contract.ts'
import { canNameForProtection } from './policy.ts'
import { shownSettings } from './queries.ts'
import { dropNamed, saveNamed, saveProtectionSettings } from './store.ts'

export function settingsRoutes(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(wall.readProtectionSettings, canKeepProtection, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const why = await whyNotNamed(tx, may)
        return why ?? ok(await shownSettings(tx, may))
      }),
    ),
    deskRoute(wall.changeProtectionSettings, canKeepProtection, ({ may, body }) =>
      inside(ports.db, may, async (tx) => {
        const why = await whyNotNamed(tx, may)
        if (why) return why
        await saveProtectionSettings(tx, may, body, now())
        return ok(await shownSettings(tx, may))
      }),
    ),
    ...naming(ports),
  ]
}

function naming(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(wall.nameForProtection, canNameForProtection, ({ may, params: { memberId } }) =>
      inside(ports.db, may, async (tx) => {
        const members = await membersOf(tx, may.organisationId)
        const who = members.find(({ id }) => id === memberId)
        if (!who?.roles.includes('supervisor'))
          return refuse('blocked', 'protection.no-supervisor', {})
        await saveNamed(tx, may, { memberId, at: now(), by: may.viewer?.memberId ?? memberId })
        return ok(await shownSettings(tx, may))
      }),
    ),
    deskRoute(wall.unnameForProtection, canNameForProtection, ({ may, params: { memberId } }) =>
      inside(ports.db, may, async (tx) => {
        await dropNamed(tx, memberId)
        return ok(await shownSettings(tx, may))
      }),
    ),
  ]
}
