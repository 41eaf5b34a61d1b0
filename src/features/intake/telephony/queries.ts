import type { Tx } from '#platform/db/database.ts'
import { phonesOf, type Scope } from '#features/access/door.ts'
import { callersOf } from '#features/complaints/door.ts'
import type { Ring } from './contract.ts'
import { patienceMinutes, reaches, stateOf } from './rules.ts'

const columns = [
  'id',
  'from_number as from',
  'from_key as fromKey',
  'to_number as to',
  'extensions',
  'answered_extension as answeredExtension',
  'rung_at as rungAt',
  'answered_at as answeredAt',
  'ended_at as endedAt',
  'call_id as callId',
] as const

export async function ringOf(tx: Tx, pbxCallId: string) {
  return tx
    .selectFrom('intake_rings')
    .where('pbx_call_id', '=', pbxCallId)
    .select(columns)
    .executeTakeFirst()
}

export async function ringById(tx: Tx, id: string) {
  return tx.selectFrom('intake_rings').where('id', '=', id).select(columns).executeTakeFirst()
}

export async function lineEndedAt(tx: Tx, callId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('intake_rings')
    .where('call_id', '=', callId)
    .select('ended_at as endedAt')
    .executeTakeFirst()
  return row?.endedAt ?? null
}

/** What stands on this member's screen, the longest first, with who it may be. */
export async function ringsFor(
  tx: Tx,
  scope: Scope,
  memberId: string,
  now: Temporal.Instant,
): Promise<Ring[]> {
  const phones = await phonesOf(tx, scope.organisationId, now.toString())
  const phone = phones.find((each) => each.memberId === memberId)
  if (!phone) return []
  const rows = await tx
    .selectFrom('intake_rings')
    .where('ended_at', 'is', null)
    .where('call_id', 'is', null)
    .where('heard_at', '>', now.subtract({ minutes: patienceMinutes }).toString())
    .select(columns)
    .orderBy('rung_at')
    .execute()
  const shown = rows.filter((row) => reaches(row, phone))
  return Promise.all(
    shown.map(async (row) => ({
      id: row.id,
      state: stateOf(row) === 'answered' ? ('answered' as const) : ('ringing' as const),
      from: row.from,
      rungAt: row.rungAt,
      candidates: row.fromKey ? await callersOf(tx, scope, row.fromKey, now.toString()) : [],
    })),
  )
}
