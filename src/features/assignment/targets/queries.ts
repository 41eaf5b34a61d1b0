import { afterBusinessTime, type Timetable } from '#kernel/business-time.ts'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { entriesOfSeveral, recordOf } from '#features/complaints/door.ts'
import { placesOf, setupOf, timetableOf } from '../queries.ts'
import type { Standing } from './contract.ts'
import { marksOf, markTypes } from '../clocks/rules.ts'
import { standingOf, type Counting, type Situation } from './rules.ts'

/** What is counted from, for several complaints at once. */
export async function countingsOf(
  tx: Tx,
  scope: Scope,
  complaints: ReadonlyMap<string, Omit<Situation, 'deskId'>>,
  now: string,
): Promise<Map<string, Counting>> {
  const ids = [...complaints.keys()]
  const setup = await setupOf(tx, scope)
  if (setup.editions.length === 0) return new Map()
  const places = await placesOf(tx, ids)
  const entries = await entriesOfSeveral(tx, await memberNames(tx, scope), ids, markTypes)
  return new Map(
    [...complaints].map(([id, where]) => {
      const deskId = places.get(id)?.deskId ?? null
      const situation = { ...where, deskId }
      const { editions } = setup
      const timetable = timetableOf(setup, deskId)
      const marks = marksOf(entries.get(id) ?? [])
      return [id, { marks, situation, editions, timetable, now }]
    }),
  )
}

/** The targets of one complaint as they stand now; undefined when there is no such complaint. */
export async function standingNow(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  now: string,
): Promise<Standing | undefined> {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return undefined
  const { channel, severity } = record
  const counting = (
    await countingsOf(tx, scope, new Map([[complaintId, { channel, severity }]]), now)
  ).get(complaintId)
  if (!counting) return { at: now, clocks: [], pause: null, opensAt: null }
  return { at: now, ...standingOf(counting), opensAt: opensAfter(counting.timetable, now) }
}

/** When nobody is there now: the next opening (ISO). */
function opensAfter(timetable: Timetable, now: string): string | null {
  const first = afterBusinessTime(timetable, now, 1)
  const isOpen = first === null || Date.parse(first) - Date.parse(now) <= 1
  return isOpen ? null : new Date(Date.parse(first) - 1).toISOString()
}
