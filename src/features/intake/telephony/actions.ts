import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { extensionKey, phonesOf, type May } from '#features/access/door.ts'
import { phoneKeyOf, takeTurns } from '#features/complaints/door.ts'
import type { Told } from './contract.ts'
import { ringOf } from './queries.ts'
import { after, numberOf, reaches, stateOf } from './rules.ts'
import { saveRing, tellRing } from './store.ts'

type Heard = { ringId: string; state: 'ringing' | 'answered' | 'ended'; reaches: number }
const toleratedMinutes = 5

/** One message of the telephone system. The same again changes nothing, and says so by its answer. */
export async function hearCall(
  ports: Ports,
  may: May<'intake.tell-calls'>,
  told: Told,
): Promise<Result<Heard>> {
  const now = ports.clock.now()
  if (Temporal.Instant.compare(told.at, now.add({ minutes: toleratedMinutes })) > 0)
    return refuse('invalid', 'intake.told-in-future', {})
  const at = Temporal.Instant.from(told.at).toString()
  return decideWithinWall<Heard>(ports.db, may, async (tx) => {
    await takeTurns(tx, [`ring:${may.organisationId}:${told.callId}`])
    const before = await ringOf(tx, told.callId)
    const extension = extensionKey(told.extension ?? '')
    const known = after(before, { state: told.state, at }, extension)
    const from = before?.from ?? numberOf(told.from)
    const fromKey = from === null ? null : phoneKeyOf(from)
    const id = before?.id ?? ports.ids.next()
    const to = before?.to ?? told.to
    const heardAt = now.toString()
    const ring = { ...known, id, pbxCallId: told.callId, from, fromKey, to, heardAt }
    await saveRing(tx, may, ring)
    await tellRing(tx, may, id, heardAt)
    const phones = await phonesOf(tx, may.organisationId, heardAt)
    const count = phones.filter((phone) => reaches(known, phone)).length
    return ok({ ringId: id, state: stateOf(known), reaches: count })
  })
}
