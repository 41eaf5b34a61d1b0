import type { Tx } from '#platform/db/database.ts'
import { call, type Call } from '../contract.ts'

const columns = [
  'id',
  'complaint_id as complaintId',
  'direction',
  'phone',
  'handler_id as handlerId',
  'started_at as startedAt',
  'held_at as heldAt',
  'ended_at as endedAt',
  'held_seconds as heldSeconds',
] as const

export type CallRow = Omit<Call, 'handlerName'> & { readonly heldSeconds: number }
type Names = ReadonlyMap<string, string>

export async function callById(tx: Tx, callId: string): Promise<CallRow | undefined> {
  const row = await tx
    .selectFrom('intake_calls')
    .where('id', '=', callId)
    .select(columns)
    .executeTakeFirst()
  return row && toCall(row)
}

/** Calls that are going on, the longest first; of everybody, or of one member. */
export async function liveCalls(tx: Tx, handlerId?: string): Promise<CallRow[]> {
  const rows = await tx
    .selectFrom('intake_calls')
    .where('ended_at', 'is', null)
    .$if(handlerId !== undefined, (calls) => calls.where('handler_id', '=', handlerId ?? ''))
    .select(columns)
    .orderBy('started_at')
    .execute()
  return rows.map(toCall)
}

/** Every call that began at or after this instant, whether it goes on or not. */
export async function callsSince(tx: Tx, since: string): Promise<CallRow[]> {
  const rows = await tx
    .selectFrom('intake_calls')
    .where('started_at', '>=', since)
    .select(columns)
    .orderBy('started_at')
    .execute()
  return rows.map(toCall)
}

export function named({ heldSeconds: _, ...row }: CallRow, names: Names): Call {
  return { ...row, handlerName: names.get(row.handlerId) ?? '' }
}

function toCall(row: Omit<CallRow, 'direction'> & { direction: string }): CallRow {
  return { ...row, direction: call.shape.direction.parse(row.direction) }
}
