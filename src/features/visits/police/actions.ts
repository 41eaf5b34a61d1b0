import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { tellMoved } from '../store.ts'
import type { KeptSheet, PoliceNumber } from './contract.ts'
import { keptSheetsOf, sheetOf } from './queries.ts'
import { insertSheet } from './store.ts'

/** What it says is put together here, once more: nobody keeps words that the server did not say. */
export function keepSheet(
  ports: Ports,
  may: May<'visits.answer-alarms'>,
  { visitId, sheetId }: { visitId: string; sheetId: string },
  { number, how }: { number: PoliceNumber; how: KeptSheet['how'] },
): Promise<Result<{ kept: KeptSheet }>> {
  return decideWithinWall<{ kept: KeptSheet }>(ports.db, may.organisationId, async (tx) => {
    const at = ports.clock.now().toString()
    const found = await sheetOf(tx, may, { visitId, number, serverAt: at })
    if (!found.ok) return found
    const memberId = may.viewer?.memberId ?? ''
    await insertSheet(tx, may, { id: sheetId, how, at, memberId, sheet: found.value })
    await tellMoved(tx, may, ports.ids.next(), at)
    const kept = (await keptSheetsOf(tx, may, visitId)).find(({ id }) => id === sheetId)
    return kept ? ok({ kept }) : refuse('missing', 'visits.missing-visit', {})
  })
}
