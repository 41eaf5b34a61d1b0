import type { Tx } from '#platform/db/database.ts'
import { desk, type Member } from '#features/access/contract.ts'
import { membersOf, type Scope } from '#features/access/door.ts'
import { takingPeople } from '#features/assignment/door.ts'
import { openPromisesOf } from '#features/commitments/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { exposureKind, whyOffered, type Exposure, type Taken } from './contract.ts'
import { lookBackDays, sumOf, weighing } from './rules.ts'
import { settingsOf } from './settings/queries.ts'

/** What somebody has borne lately, the newest first. */
export async function exposuresOf(tx: Tx, memberId: string, now: string): Promise<Exposure[]> {
  const rows = await tx
    .selectFrom('wellbeing_exposures')
    .where('member_id', '=', memberId)
    .where('ended_at', '>', daysBefore(now))
    .select(['id', 'kind', 'complaint_id as complaintId', 'ended_at as endedAt'])
    .select(['minutes', 'insults', 'threats', 'alarms'])
    .orderBy('ended_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: exposureKind.parse(row.kind) }))
}

export async function breaksOf(tx: Tx, memberId: string, now: string): Promise<Taken[]> {
  return tx
    .selectFrom('wellbeing_breaks')
    .where('member_id', '=', memberId)
    .where('from_at', '>', daysBefore(now))
    .select(['id', 'minutes', 'from_at as fromAt', 'until_at as untilAt'])
    .orderBy('from_at', 'desc')
    .execute()
}

function daysBefore(now: string): string {
  return Temporal.Instant.from(now)
    .subtract({ hours: 24 * lookBackDays })
    .toString()
}

export async function mineOf(tx: Tx, memberId: string, now: string) {
  const { measure } = await settingsOf(tx)
  const all = await exposuresOf(tx, memberId, now)
  const lines = await linesById(
    tx,
    all.flatMap(({ complaintId }) => complaintId ?? []),
  )
  const talks = all.map((one) => ({
    ...one,
    complaintNumber: lines.get(one.complaintId ?? '')?.number ?? null,
  }))
  return {
    now: weighing(all, measure.halfLifeHours, now),
    sum: sumOf(all),
    talks,
    breaks: await breaksOf(tx, memberId, now),
  }
}

/** The card of one person: what is offered, the break that goes on, words that wait. */
export async function offerTo(tx: Tx, memberId: string, now: string) {
  const offer = await tx
    .selectFrom('wellbeing_offers')
    .where('member_id', '=', memberId)
    .where('answered_at', 'is', null)
    .where('offered_at', '>', hoursBefore(now))
    .select(['id', 'why'])
    .executeTakeFirst()
  const rest = (await breaksOf(tx, memberId, now)).find(({ untilAt }) => untilAt > now) ?? null
  const { unread } = await tx
    .selectFrom('wellbeing_messages')
    .where('to_id', '=', memberId)
    .where('read_at', 'is', null)
    .select((e) => e.fn.countAll<string>().as('unread'))
    .executeTakeFirstOrThrow()
  return {
    offer: offer && !rest ? { id: offer.id, why: whyOffered.parse(offer.why) } : null,
    rest,
    lengths: (await settingsOf(tx)).breaks,
    unread: Number(unread),
  }
}

/** An offer nobody answered goes by itself: tomorrow is another day. */
function hoursBefore(now: string): string {
  return Temporal.Instant.from(now).subtract({ hours: 4 }).toString()
}

/** Of their own: whoever is off the phone because a talk was ended may still want one. */
export async function isOnBreak(tx: Tx, memberId: string, now: string): Promise<boolean> {
  const until = (await breaksOf(tx, memberId, now))[0]?.untilAt
  return until !== undefined && until > now
}

/** When somebody last came back from a break; `now` while they are on one. */
export async function restedAt(tx: Tx, memberId: string, now: string): Promise<string | null> {
  const until = (await breaksOf(tx, memberId, now))[0]?.untilAt
  if (until === undefined) return null
  return until < now ? until : now
}

/** `rests`: who rests until when, read by the room: leaders themselves cannot. */
export async function reliefNow(
  tx: Tx,
  scope: Scope,
  rests: ReadonlyMap<string, string>,
  now: string,
) {
  const members = await membersOf(tx, scope.organisationId)
  const needs = await tx
    .selectFrom('wellbeing_needs')
    .where('until_at', '>', now)
    .select('member_id as id')
    .execute()
  const needing = new Set(needs.map(({ id }) => id))
  const resting = members.filter(({ id }) => rests.has(id))
  const here = await takingPeople(tx, now)
  return {
    // In the order of the staff list: nobody is placed by what they had to bear.
    people: members.filter(({ id }) => needing.has(id) && !rests.has(id)).map(named),
    promises: await promisesMeanwhile(tx, scope, { members: resting, rests, now }),
    takers: members
      .filter((one) => mayTake(one) && !rests.has(one.id))
      .toSorted((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)))
      .map(named),
  }
}

function named({ id: memberId, name }: Member) {
  return { memberId, name }
}

function mayTake({ roles, isAway }: Member): boolean {
  return !isAway && roles.some((role) => desk.some((each) => each === role))
}

async function promisesMeanwhile(
  tx: Tx,
  scope: Scope,
  {
    members,
    rests,
    now,
  }: { members: readonly Member[]; rests: ReadonlyMap<string, string>; now: string },
) {
  const all = []
  for (const { id, name } of members) {
    const promises = await openPromisesOf(tx, scope, id, now)
    const until = Date.parse(rests.get(id) ?? now)
    for (const { id: commitmentId, complaintId, words, dueAt } of promises)
      if (Date.parse(dueAt) <= until)
        all.push({ commitmentId, complaintId, words, dueAt, ownerId: id, ownerName: name })
  }
  return all
}
