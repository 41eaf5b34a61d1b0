import type { Tx } from '#platform/db/database.ts'
import { tokyoDay, toInstant } from '#kernel/tokyo.ts'
import { membersOf, memberNames, type Scope } from '#features/access/door.ts'
import { callsWithCues, recordAsHeard } from '#features/complaints/door.ts'
import { callsSince, liveCalls, namedCall, type CallRow } from '#features/intake/door.ts'
import type { BoardCall, Load } from './contract.ts'
import { hardCues, heardIn, watchSeconds } from './rules.ts'
import type { Watcher } from './watching/contract.ts'

/** Everything that is going on, the longest call first. */
export async function boardOf(
  tx: Tx,
  scope: Scope,
  now: Temporal.Instant,
): Promise<{ calls: BoardCall[]; loads: Load[] }> {
  const live = await liveCalls(tx)
  const names = await memberNames(tx, scope)
  const calls: BoardCall[] = []
  for (const row of live) calls.push(await onBoard(tx, scope, row, names, now))
  return { calls, loads: await loadsOf(tx, scope, live, now) }
}

async function onBoard(
  tx: Tx,
  scope: Scope,
  row: CallRow,
  names: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): Promise<BoardCall> {
  const record = await recordAsHeard(tx, scope, row.complaintId, now)
  const watchers = await watchersOf(tx, row.id, names, now)
  return {
    call: namedCall(row, names),
    complaintNumber: record?.number ?? '',
    customerName: record?.customer.name ?? null,
    ...(record ? heardIn(record) : { cues: [], glow: null }),
    watcherNames: watchers.map(({ name }) => name),
  }
}

/** In the order of the staff list: nobody is placed by what they had to bear. */
async function loadsOf(
  tx: Tx,
  scope: Scope,
  live: readonly CallRow[],
  now: Temporal.Instant,
): Promise<Load[]> {
  const today = await callsSince(tx, toInstant(tokyoDay(now), '00:00').toString())
  const hard = await callsWithCues(
    tx,
    today.map(({ id }) => id),
    hardCues,
  )
  const members = await membersOf(tx, scope.organisationId)
  return members.flatMap(({ id, name }) => {
    const theirs = today.filter(({ handlerId }) => handlerId === id)
    const isOnCall = live.some(({ handlerId }) => handlerId === id)
    if (theirs.length === 0 && !isOnCall) return []
    const hardCalls = theirs.filter((call) => hard.has(call.id)).length
    return [{ memberId: id, name, callsToday: theirs.length, hardCalls, isOnCall }]
  })
}

/** Whoever was heard of lately; the same person in two windows is one. */
export async function watchersOf(
  tx: Tx,
  callId: string,
  names: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): Promise<Watcher[]> {
  const rows = await tx
    .selectFrom('supervision_watches')
    .where('call_id', '=', callId)
    .where('ended_at', 'is', null)
    .where('seen_at', '>', now.subtract({ seconds: watchSeconds }).toString())
    .groupBy('member_id')
    .select(['member_id as memberId', (e) => e.fn.min('started_at').as('since')])
    .orderBy('since')
    .execute()
  return rows.map(({ memberId }) => ({ memberId, name: names.get(memberId) ?? '' }))
}
