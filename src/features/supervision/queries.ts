import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { recordsAsHeard } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { liveCalls, namedCall } from '#features/intake/door.ts'
import type { BoardCall } from './contract.ts'
import { heardIn, watchSeconds } from './rules.ts'
import type { Watcher } from './watching/contract.ts'

/** Everything that is going on, the longest call first. */
export async function boardOf(
  tx: Tx,
  scope: Scope,
  now: Temporal.Instant,
): Promise<{ calls: BoardCall[] }> {
  const live = await liveCalls(tx)
  const names = await memberNames(tx, scope)
  const complaints = live.map(({ complaintId }) => complaintId)
  const records = await recordsAsHeard(tx, scope, complaints, now)
  const ids = live.map(({ id }) => id)
  const watchers = await watchersOf(tx, ids, names, now)
  const calls = live.map((row) => ({
    call: namedCall(row, names),
    ...onBoard(records.get(row.complaintId)),
    watcherNames: (watchers.get(row.id) ?? []).map(({ name }) => name),
  }))
  return { calls }
}

function onBoard(record: CaseRecord | undefined) {
  return {
    complaintNumber: record?.number ?? '',
    customerName: record?.customer.name ?? null,
    ...(record ? heardIn(record) : { cues: [], glow: null }),
  }
}

/** By call, whoever was heard of lately; the same person in two windows is one. */
export async function watchersOf(
  tx: Tx,
  callIds: readonly string[],
  names: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): Promise<Map<string, Watcher[]>> {
  const rows = await tx
    .selectFrom('supervision_watches')
    .where('call_id', '=', sql<string>`any(${[...callIds]}::uuid[])`)
    .where('ended_at', 'is', null)
    .where('seen_at', '>', now.subtract({ seconds: watchSeconds }).toString())
    .groupBy(['call_id', 'member_id'])
    .select([
      'call_id as callId',
      'member_id as memberId',
      (e) => e.fn.min('started_at').as('since'),
    ])
    .orderBy('since')
    .orderBy(sql`min(id::text)`)
    .execute()
  const byCall = Map.groupBy(rows, ({ callId }) => callId)
  const watching = ({ memberId }: { memberId: string }): Watcher => {
    return { memberId, name: names.get(memberId) ?? '' }
  }
  return new Map([...byCall].map(([id, all]) => [id, all.map(watching)]))
}

export async function watchersOfCall(
  tx: Tx,
  callId: string,
  names: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): Promise<Watcher[]> {
  return (await watchersOf(tx, [callId], names, now)).get(callId) ?? []
}
