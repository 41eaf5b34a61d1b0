import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { startingThresholds, type Standards } from './contract.ts'
import { settingsOf } from './store.ts'

/** What holds now; until somebody sets it, what a company begins with. */
export async function standardsNow(tx: Tx): Promise<Standards> {
  const [latest] = await settingsOf(tx)
  return latest
    ? { thresholds: latest.thresholds, deciderIds: latest.deciderIds }
    : { thresholds: startingThresholds, deciderIds: [] }
}

export async function standardsWithHistory(tx: Tx, scope: Scope) {
  const names = await memberNames(tx, scope)
  const history = (await settingsOf(tx)).map(({ setById, ...row }) => ({
    ...row,
    setByName: names.get(setById) ?? '',
  }))
  return { current: await standardsNow(tx), history }
}
