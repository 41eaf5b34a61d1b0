import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canCareForOneself, canSetMeasure } from '../policy.ts'
import { changeCareSettings, readCareSettings } from './contract.ts'
import { shownSettings } from './queries.ts'
import { saveSettings } from './store.ts'

export function careSettingsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readCareSettings, canCareForOneself, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await shownSettings(tx, may))),
    ),
    deskRoute(changeCareSettings, canSetMeasure, async ({ may, body }) => {
      const by = may.viewer?.memberId
      if (!by) return refuse('forbidden', 'wellbeing.nobody-acts', {})
      return inside(ports.db, may, async (tx) => {
        await saveSettings(tx, may, body, { at: ports.clock.now().toString(), by })
        return ok(await shownSettings(tx, may))
      })
    }),
  ]
}
