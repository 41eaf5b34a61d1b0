import type { Tx } from '#platform/db/database.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { helpSeenAt } from '../alarms/queries.ts'
import type { MyVisit } from '../contract.ts'
import { judgeHeld, whoOf } from '../planning/queries.ts'
import { heldVisit, visitsOfMember, type Held } from '../queries.ts'
import { settingsOf } from '../settings/queries.ts'
import { dueAtOf } from './rules.ts'

/** The visits of today, and those not over, of somebody who goes there or waits outside. */
export async function myVisitsOf(
  tx: Tx,
  scope: Scope,
  memberId: string,
  now: string,
): Promise<MyVisit[]> {
  const today = toInstant(tokyoDay(Temporal.Instant.from(now)), '00:00').toString()
  const mine: MyVisit[] = []
  for (const held of await visitsOfMember(tx, memberId, today))
    mine.push(await shown(tx, scope, memberId, held))
  return mine
}

/** Undefined: there is none, or this member is neither a visitor of it nor outside. */
export async function myVisitOf(
  tx: Tx,
  scope: Scope,
  memberId: string,
  visitId: string,
): Promise<MyVisit | undefined> {
  const held = await heldVisit(tx, visitId)
  return held && roleIn(held, memberId) ? shown(tx, scope, memberId, held) : undefined
}

export function roleIn({ plan }: Held, memberId: string): 'visitor' | 'outside' | null {
  if (plan.visitorIds.includes(memberId)) return 'visitor'
  return plan.outsideIds.includes(memberId) ? 'outside' : null
}

/** From what the row says of the visit alone; what it says of alarms is not looked at. */
async function shown(tx: Tx, scope: Scope, memberId: string, held: Held): Promise<MyVisit> {
  const { id, complaintId, state, plan, endedAt } = held
  const settings = await settingsOf(tx)
  const lines = await linesById(tx, complaintId === null ? [] : [complaintId])
  const { visitorNames, outsideNames, watcherName } = whoOf(held, await memberNames(tx, scope))
  return {
    ...facts(held),
    visitorNames,
    outsideNames,
    watcherName,
    complaintNumber: lines.get(complaintId ?? '')?.number ?? null,
    role: roleIn(held, memberId) ?? 'visitor',
    watcherPhone: settings.deskPhone || null,
    sign: state === 'planned' ? plan.sign : null,
    dueAt: dueAtOf(held, settings),
    missing: state === 'planned' ? (await judgeHeld(tx, scope, held)).missing : [],
    noticeSeenAt: endedAt === null ? await helpSeenAt(tx, id) : null,
  }
}

function facts(held: Held) {
  const { id, complaintId, state, isDrill, startsAt, backBy, checkInMinutes } = held
  const { leftAt, arrivedAt, lastSignAt, endedAt, backAt } = held
  const { purpose, toWhom: customerName, address, place, bring, mayPromise } = held.plan
  const where = { purpose, customerName, address, place, bring, mayPromise }
  const moments = { startsAt, backBy, leftAt, arrivedAt, lastSignAt, endedAt, backAt }
  return { id, complaintId, state, isDrill, checkInMinutes, ...where, ...moments }
}
