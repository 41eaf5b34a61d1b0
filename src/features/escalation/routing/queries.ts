import { isOpenAt } from '#kernel/business-calendar.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Member } from '#features/access/contract.ts'
import { calendarOf, memberNames, restingAt, type Scope } from '#features/access/door.ts'
import { absencesAt, presentNow } from '#features/assignment/door.ts'
import { openOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { liveCalls } from '#features/intake/door.ts'
import { settingOf, waitingByMember } from '../queries.ts'
import type { Seen } from '../rules.ts'
import { routeRule, type RouteRule, type Standing } from './contract.ts'
import { ruleFor, standingOf } from './rules.ts'

export async function routesOf(tx: Tx, scope: Scope) {
  const setting = await settingOf(tx, 'routes')
  const names = setting ? await memberNames(tx, scope) : new Map<string, string>()
  return {
    rules: routeRule.array().parse(setting?.content ?? []),
    changedAt: setting?.changedAt ?? null,
    changedByName: setting ? (names.get(setting.changedById) ?? '') : null,
  }
}

/** The row that decides about this complaint now. `at`: ISO instant. */
export async function ruleNow(
  tx: Tx,
  scope: Scope,
  record: CaseRecord,
  kind: string,
  at: string,
): Promise<RouteRule> {
  const { rules } = await routesOf(tx, scope)
  const calendar = await calendarOf(tx, scope)
  const isOpen = isOpenAt(calendar, Temporal.Instant.from(at))
  return ruleFor(rules, { kind, channel: record.channel, severity: record.severity, isOpen })
}

/** Where everybody is and what they carry at this instant. */
export async function seenNow(
  tx: Tx,
  scope: Scope,
  members: readonly Member[],
  now: string,
): Promise<Seen> {
  const calls = await liveCalls(tx)
  const onCall = new Map(calls.map(({ handlerId, complaintId }) => [handlerId, complaintId]))
  const present = await presentNow(tx, scope, onCall, now)
  const resting = await restingAt(tx, now)
  const absent = new Set((await absencesAt(tx, now)).map(({ memberId }) => memberId))
  const at = new Map<string, Standing>(
    members.map(({ id, isAway }) => {
      const pages = present.filter(({ memberId }) => memberId === id)
      const isHere = !resting.has(id) && pages.some(({ doing }) => doing !== 'out')
      const where = { isOnCall: onCall.has(id), isHere, isOut: pages.length > 0 && !isHere }
      return [id, standingOf({ ...where, isAway: isAway || absent.has(id) })]
    }),
  )
  const loads = { waiting: await waitingByMember(tx), open: await openByMember(tx, members) }
  return { at, ...loads, resting }
}

async function openByMember(tx: Tx, members: readonly Member[]): Promise<Map<string, number>> {
  const ids = members.map(({ id }) => id)
  const open = Map.groupBy(await openOf(tx, ids), ({ ownerId }) => ownerId)
  return new Map([...open].map(([id, all]) => [id, all.length]))
}
