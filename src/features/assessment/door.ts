import type { Tx } from '#platform/db/database.ts'
import { calendarOf, type Scope } from '#features/access/door.ts'
import { definitionsInForce } from './definitions/queries.ts'
import { dueOf, warningDays } from './clocks/rules.ts'

/** When a clock of the law that starts on `startOn` is over, by the company's definition of it; null: it has none in force. */
export async function lawfulDue(
  tx: Tx,
  scope: Scope,
  now: Temporal.Instant,
  clock: { readonly code: string; readonly startOn: string },
): Promise<{ dueOn: string; basis: string; checkedOn: string } | null> {
  const all = await definitionsInForce(tx, scope, now)
  const definition = all.find(({ code }) => code === clock.code)
  const [stage] = definition?.stages ?? []
  if (!definition || !stage) return null
  const company = await calendarOf(tx, scope)
  const { dueOn } = dueOf(stage, { on: clock.startOn, at: null }, null, { company })
  return { dueOn, basis: definition.basis[scope.language], checkedOn: definition.checkedOn }
}

export { warningDays }
