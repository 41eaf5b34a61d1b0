import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { whyNotStanding } from '../standing-words/queries.ts'
import type { FormSettings, ShownFormSettings } from './contract.ts'
import { shownSettings } from './queries.ts'
import { originOf } from './rules.ts'
import { saveFormSettings } from './store.ts'

/** What is no address of a site is refused, and nothing is changed. */
export async function setUp(
  ports: Ports,
  may: May<'intake.change-form'>,
  { framedBy: sites, ...settings }: FormSettings,
): Promise<Result<ShownFormSettings>> {
  const origins = sites
    .filter((site) => site !== '')
    .map((site) => ({ site, origin: originOf(site) }))
  const wrong = origins.find(({ origin }) => origin === null)
  if (wrong) return refuse('invalid', 'intake.site-unreadable', { site: wrong.site })
  const framedBy = [...new Set(origins.flatMap(({ origin }) => origin ?? []))]
  const at = ports.clock.now().toString()
  return inside(ports.db, may, async (tx) => {
    const standing = await whyNotStanding(tx, may, settings.prepare)
    if (!standing.ok) return standing
    await saveFormSettings(tx, may, { ...settings, framedBy }, at)
    return ok(await shownSettings(tx, may))
  })
}
