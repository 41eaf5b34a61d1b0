import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { startingThresholds, type Standards } from './contract.ts'
import { settingsOf } from './store.ts'

/** What holds on the day of `at` (ISO instant) in Japan; until somebody sets it, what a company begins with. */
export async function standardsNow(tx: Tx, at: string): Promise<Standards> {
  const today = tokyoDay(Temporal.Instant.from(at)).toString()
  const begun = (await settingsOf(tx)).filter(({ effectiveOn }) => effectiveOn <= today)
  const latest = begun.toSorted((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))[0]
  return latest
    ? { thresholds: latest.thresholds, deciderIds: latest.deciderIds }
    : { thresholds: startingThresholds, deciderIds: [] }
}

export async function standardsWithHistory(tx: Tx, scope: Scope, at: string) {
  const names = await memberNames(tx, scope)
  const history = (await settingsOf(tx)).map(({ setById, ...row }) => ({
    ...row,
    setByName: names.get(setById) ?? '',
  }))
  return { current: await standardsNow(tx, at), history }
}
