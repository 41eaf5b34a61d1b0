import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { tokyoDay, toInstant } from '#kernel/tokyo.ts'
import { membersOf, memberNames, type Scope } from '#features/access/door.ts'
import { cuesSince, recordsAsHeard } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
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
  const complaints = live.map(({ complaintId }) => complaintId)
  const records = await recordsAsHeard(tx, scope, complaints, now)
  const ids = live.map(({ id }) => id)
  const watchers = await watchersOf(tx, ids, names, now)
  const calls = live.map((row) => ({
    call: namedCall(row, names),
    ...onBoard(records.get(row.complaintId)),
    watcherNames: (watchers.get(row.id) ?? []).map(({ name }) => name),
  }))
  return { calls, loads: await loadsOf(tx, scope, live, now) }
}

function onBoard(record: CaseRecord | undefined) {
  return {
    complaintNumber: record?.number ?? '',
    customerName: record?.customer.name ?? null,
    ...(record ? heardIn(record) : { cues: [], glow: null }),
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
  const hard = await hardOf(tx, scope, today)
  const members = await membersOf(tx, scope.organisationId)
  return members.flatMap(({ id, name }) => {
    const theirs = today.filter(({ handlerId }) => handlerId === id)
    const isOnCall = live.some(({ handlerId }) => handlerId === id)
    if (theirs.length === 0 && !isOnCall) return []
    const hardCalls = theirs.filter((call) => hard.has(call.id)).length
    return [{ memberId: id, name, callsToday: theirs.length, hardCalls, isOnCall }]
  })
}

type Looked = { readonly upTo: number; readonly isHard: boolean }
const lookedAt = new Map<string, ReadonlyMap<string, Looked>>()

/** What was said stays said: of today's calls only what is new since the last look is read. */
async function hardOf(tx: Tx, scope: Scope, today: readonly CallRow[]): Promise<Set<string>> {
  const before = lookedAt.get(scope.organisationId)
  const now = new Map<string, Looked>()
  const asked = today.flatMap(({ id, complaintId }) => {
    const known = before?.get(id)
    if (!known?.isHard) return [{ callId: id, complaintId, upTo: known?.upTo ?? 0 }]
    now.set(id, known)
    return []
  })
  for (const { callId, upTo, isHeard } of await cuesSince(tx, asked, hardCues))
    now.set(callId, { upTo, isHard: isHeard })
  lookedAt.set(scope.organisationId, now)
  return new Set([...now].flatMap(([id, { isHard }]) => (isHard ? [id] : [])))
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
