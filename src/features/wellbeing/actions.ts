import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, membersOf, rest, rise, type Scope } from '#features/access/door.ts'
import { commandFor } from '#features/complaints/door.ts'
import { availabilityMoved } from '#features/webhooks/door.ts'
import type { Taken, WhyOffered } from './contract.ts'
import { exposuresOf, isOnBreak, restedAt } from './queries.ts'
import { needsReliefUntil, none, type Borne } from './rules.ts'
import { settingsOf } from './settings/queries.ts'
import {
  endBreaks,
  roomScope,
  saveBreak,
  saveExposure,
  saveNeed,
  saveOffer,
  settleOffers,
} from './store.ts'

type Oneself = May<'wellbeing.care-for-oneself'>

/** Does something for whoever is signed in, in a transaction that sees what is theirs. */
export async function forOneself<T>(
  ports: Ports,
  may: Oneself,
  work: (tx: Tx, memberId: string, at: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const memberId = may.viewer?.memberId
  if (!memberId) return refuse('forbidden', 'wellbeing.nobody-acts', {})
  return inside(ports.db, may, (tx) => work(tx, memberId, ports.clock.now().toString()))
}

/** From now on nothing is given to them; it ends by itself, and nobody is told why. */
export function takeBreak(
  ports: Ports,
  may: Oneself,
  { id, minutes }: { id: string; minutes: number },
): Promise<Result<Taken>> {
  return forOneself(ports, may, async (tx, memberId, fromAt) => {
    const { breaks } = await settingsOf(tx)
    if (!breaks.includes(minutes))
      return refuse('invalid', 'wellbeing.break-length', { minutes: breaks })
    const untilAt = Temporal.Instant.from(fromAt).add({ minutes }).toString()
    // Chosen anew, it is as long as chosen; else a rest that somebody was sent to goes on.
    if (await isOnBreak(tx, memberId, fromAt)) await rise(tx, memberId)
    await endBreaks(tx, memberId, fromAt)
    await saveBreak(tx, may, { id, memberId, minutes, fromAt, untilAt })
    await settleOffers(tx, memberId, fromAt)
    await saveNeed(tx, may, memberId, null)
    await rest(tx, may, memberId, { now: fromAt, untilAt })
    await availabilityMoved(tx, may, memberId, untilAt)
    return ok({ id, minutes, fromAt, untilAt })
  })
}

export function comeBack(ports: Ports, may: Oneself): Promise<Result<Record<string, never>>> {
  return forOneself(ports, may, async (tx, memberId, at) => {
    await endBreaks(tx, memberId, at)
    await rise(tx, memberId)
    await availabilityMoved(tx, may, memberId)
    return ok({})
  })
}

/** The card goes away, and that is all that happens. */
export function sayFine(ports: Ports, may: Oneself): Promise<Result<Record<string, never>>> {
  return forOneself(ports, may, async (tx, memberId, at) => {
    await settleOffers(tx, memberId, at)
    return ok({})
  })
}

/** By somebody who leads. The answer is the same whether they were on a break already or not. */
export function offerTo(
  ports: Ports,
  may: May<'wellbeing.relieve'>,
  { memberId, id }: { memberId: string; id: string },
): Promise<Result<Record<string, never>>> {
  const room = roomScope(may)
  return inside(ports.db, room, async (tx) => {
    const members = await membersOf(tx, may.organisationId)
    if (!members.some((member) => member.id === memberId))
      return refuse('missing', 'access.member-missing', {})
    const at = ports.clock.now().toString()
    if (!(await isOnBreak(tx, memberId, at))) {
      await settleOffers(tx, memberId, dayBefore(at))
      await saveOffer(tx, room, { id, memberId, why: 'colleague', at })
    }
    return ok({})
  })
}

function dayBefore(at: string): string {
  return Temporal.Instant.from(at).subtract({ hours: 24 }).toString()
}

export type Cause = {
  readonly causeId: string
  readonly kind: 'call' | 'visit'
  readonly complaintId: string | null
  /** Who is offered a break whatever was counted: the talk had to be ended by rule, or somebody wished it for them. */
  readonly offered?: { readonly to: readonly string[]; readonly why: 'ended' | 'colleague' }
}

/** Writes down what was borne, and whether a break is offered and relief is needed. Done again, it changes nothing. */
export async function count(
  ports: Ports,
  scope: Scope,
  tx: Tx,
  { causeId, kind, complaintId, offered }: Cause,
  borne: readonly Borne[],
): Promise<void> {
  for (const one of borne) {
    const id = commandFor(`${causeId}/${one.memberId}`, 'wellbeing.exposure')
    await saveExposure(tx, scope, { ...one, id, kind, causeId, complaintId })
  }
  const to = offered?.to ?? []
  for (const memberId of new Set([...borne.map((one) => one.memberId), ...to])) {
    const why = offered && to.includes(memberId) ? offered.why : 'exposure'
    await weigh(ports, scope, tx, memberId, { causeId, why })
  }
}

type Visit = {
  readonly visitId: string
  readonly complaintId: string | null
  readonly memberIds: readonly string[]
  readonly minutes: number
  readonly hadAlarm: boolean
  readonly at: string
  /** Whatever was counted: whoever told of it wanted that. */
  readonly isOffered: boolean
}

/** What a visit asked of those who were there. */
export async function countVisit(ports: Ports, scope: Scope, tx: Tx, visit: Visit): Promise<void> {
  const { visitId: causeId, complaintId, memberIds, minutes, hadAlarm, at } = visit
  const borne = memberIds.map((memberId) => {
    return { ...none, memberId, endedAt: at, minutes, alarms: hadAlarm ? 1 : 0 }
  })
  const offered = visit.isOffered ? { offered: { to: memberIds, why: 'colleague' as const } } : {}
  await count(ports, scope, tx, { causeId, kind: 'visit', complaintId, ...offered }, borne)
}

async function weigh(
  ports: Ports,
  scope: Scope,
  tx: Tx,
  memberId: string,
  { causeId, why }: { causeId: string; why: WhyOffered },
) {
  const at = ports.clock.now().toString()
  const { measure } = await settingsOf(tx)
  const all = await exposuresOf(tx, memberId, at)
  const until = needsReliefUntil(all, measure, at, await restedAt(tx, memberId, at))
  await saveNeed(tx, scope, memberId, until)
  if (until === null && why === 'exposure') return
  if (await isOnBreak(tx, memberId, at)) return
  // One offer for one talk: whoever said that they are fine is not asked again for the same.
  const id = commandFor(`${causeId}/${memberId}`, 'wellbeing.offer')
  await saveOffer(tx, scope, { id, memberId, why, at })
}
