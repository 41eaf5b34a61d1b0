import { fixedClock } from '#kernel/clock.ts'
import type { Ports } from '#platform/ports.ts'
import { saveCheck } from '#features/wellbeing/checks/contract.ts'
import { sendWords } from '#features/wellbeing/peers/contract.ts'
import { ownChecks, warmWords } from '#test/cast.ts'
import { callerOf } from '../caller.ts'
import { allRoutes } from '../wiring.ts'
import type { ScopeOf } from './company.ts'
import { memberIdOf, must } from './steps.ts'

/** What people of the cast wrote for themselves and for each other in the last days; each can read only their own. */
export async function careForEachOther(ports: Ports, scopeOf: ScopeOf, now: Temporal.Instant) {
  const callAt = (daysAgo: number) => {
    const clock = fixedClock(now.subtract({ hours: 24 * daysAgo }).toString())
    return callerOf(allRoutes({ ...ports, clock }))
  }
  for (const { daysAgo, of, ...check } of ownChecks)
    await must(
      callAt(daysAgo)(scopeOf(of), saveCheck, { body: { id: ports.ids.next(), ...check } }),
    )
  for (const { daysAgo, of, to, text } of warmWords) {
    const body = { id: ports.ids.next(), toId: memberIdOf(scopeOf(to)), text }
    await must(callAt(daysAgo)(scopeOf(of), sendWords, { body }))
  }
}
