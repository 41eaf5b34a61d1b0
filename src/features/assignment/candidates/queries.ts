import type { Refusal } from '#kernel/result.ts'
import type { Language } from '#kernel/dictionary.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { desk as deskRoles, type Member } from '#features/access/contract.ts'
import { memberNames, membersOf, restingAt, type Scope } from '#features/access/door.ts'
import { cuesSince, entriesOf, openOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { absencesAt, type Absence } from '../absences/queries.ts'
import type { Candidate, Desk } from '../contract.ts'
import { herePeople } from '../presence/queries.ts'
import { placesOf, setupOf, type Setup } from '../queries.ts'
import {
  choose,
  deskFor,
  exposure,
  hardCues,
  hardTalkOf,
  needOf,
  needsRelief,
  weightOf,
  worksAt,
  type Applicant,
  type HardTalk,
} from '../rules.ts'

export type RecentCall = {
  readonly id: string
  readonly complaintId: string
}

/** What the roof brings along from rooms of the same rank. */
export type Surroundings = {
  callsSince(tx: Tx, since: string): Promise<readonly RecentCall[]>
  /** Members who are on the phone at this moment. */
  onCall(tx: Tx): Promise<ReadonlyMap<string, string>>
  /** Hands every open promise of one member to another; `cause` makes doing it twice harmless. */
  handOverPromises(
    ports: Ports,
    scope: Scope,
    change: { fromId: string; toId: string; reason: string; cause: string },
  ): Promise<void>
  sentence(refusal: Refusal, language: Language): string
}

export type Look = {
  readonly desk: Desk | null
  readonly chosen: Candidate | null
  readonly candidates: readonly Candidate[]
}

export type Load = { readonly open: number; readonly load: number }
/** `promised`: what members are to get besides, in a preview of several. */
export type Asked = {
  readonly complaintId: string
  readonly record: CaseRecord
  readonly now: string
  readonly except?: string | null
  readonly promised?: ReadonlyMap<string, Load>
}

/** Who could take this complaint now, and whom the rule chooses. `except`: who has just given it back or goes away. */
export async function lookFor(
  tx: Tx,
  scope: Scope,
  around: Surroundings,
  asked: Asked,
): Promise<Look> {
  const { complaintId, record, now, except = null, promised } = asked
  const setup = await setupOf(tx, scope)
  const need = needOf(record)
  const place = (await placesOf(tx, [complaintId])).get(complaintId)
  const desk = setup.desks.find(({ id }) => id === place?.deskId) ?? deskFor(need, setup.desks)
  const applicants = await applicantsOf(tx, scope, around, { setup, desk, now })
  const others = applicants
    .filter(({ memberId }) => memberId !== except)
    .map((one) => heavier(one, promised?.get(one.memberId)))
  return { desk, ...choose(need, others) }
}

function heavier(one: Applicant, more: Load = { open: 0, load: 0 }): Applicant {
  return { ...one, open: one.open + more.open, load: one.load + more.load }
}

type Wanted = { setup: Setup; desk: Desk | null; now: string }

async function applicantsOf(
  tx: Tx,
  scope: Scope,
  around: Surroundings,
  { setup, desk, now }: Wanted,
): Promise<Applicant[]> {
  const members = (await membersOf(tx, scope.organisationId)).filter((member) =>
    desk ? desk.memberIds.includes(member.id) : isOfDesk(member),
  )
  const ids = members.map(({ id }) => id)
  const seen = {
    setup,
    now,
    talks: await talksOf(tx, scope, around, now),
    loads: await loadsOf(tx, ids),
    absences: await absencesAt(tx, now),
    here: await herePeople(tx, now),
    resting: await restingAt(tx, now),
  }
  return members.map((member) => applicantOf(member, seen))
}

type Seen = {
  readonly setup: Setup
  readonly now: string
  readonly talks: {
    readonly onCall: ReadonlyMap<string, string>
    readonly hard: readonly HardTalk[]
  }
  readonly loads: ReadonlyMap<string, { open: number; load: number }>
  readonly absences: readonly Absence[]
  readonly here: ReadonlySet<string>
  readonly resting: ReadonlySet<string>
}

function applicantOf({ id, name, isAway }: Member, seen: Seen): Applicant {
  const { setup, now, talks, absences } = seen
  const profile = setup.members.find(({ memberId }) => memberId === id)
  const standing = standsIn(id, absences, setup)
  const hard = talks.hard.filter(({ memberId }) => memberId === id)
  return {
    memberId: id,
    name,
    skills: [...(profile?.skills ?? []), ...(standing?.skills ?? [])],
    carries: profile?.carries ?? 1,
    isAbsent: isAway || absences.some(({ memberId }) => memberId === id),
    worksNow: worksAt(profile?.hours ?? null, now),
    isOnCall: talks.onCall.has(id),
    isHere: seen.here.has(id),
    // A break looks like what comes before it: nobody sees who has taken one.
    needsRelief: seen.resting.has(id) || needsRelief(hard, now),
    standsInFor: standing?.name,
    ...(seen.loads.get(id) ?? { open: 0, load: 0 }),
  }
}

/** Without desks: whoever takes complaints. Leaders decide, and step in by hand. */
function isOfDesk({ roles }: Member): boolean {
  return roles.includes('operator') && roles.some((role) => deskRoles.some((each) => each === role))
}

/** Whoever takes the new arrivals of somebody who is away is asked for what that one knows. */
function standsIn(memberId: string, absences: readonly Absence[], setup: Setup) {
  const away = absences.find(({ arrivalsTo }) => arrivalsTo === memberId)
  return away && setup.members.find((each) => each.memberId === away.memberId)
}

async function loadsOf(
  tx: Tx,
  memberIds: readonly string[],
): Promise<Map<string, { open: number; load: number }>> {
  const open = await openOf(tx, memberIds)
  const places = await placesOf(
    tx,
    open.map(({ id }) => id),
  )
  const loads = new Map<string, { open: number; load: number }>()
  for (const { id, ownerId, severity, isSafety } of open) {
    const before = loads.get(ownerId) ?? { open: 0, load: 0 }
    const weight = weightOf(severity, isSafety, places.get(id)?.goal === 'paused')
    loads.set(ownerId, { open: before.open + 1, load: before.load + weight })
  }
  return loads
}

/** Read from the record each time and kept nowhere: how much somebody had to bear is theirs. */
async function talksOf(
  tx: Tx,
  scope: Scope,
  around: Surroundings,
  now: string,
): Promise<{ onCall: ReadonlyMap<string, string>; hard: HardTalk[] }> {
  const since = Temporal.Instant.from(now).subtract({ hours: exposure.withinHours * 2 })
  const calls = await around.callsSince(tx, since.toString())
  const asked = calls.map(({ id, complaintId }) => ({ callId: id, complaintId, upTo: 0 }))
  const heard = (await cuesSince(tx, asked, hardCues)).filter(({ isHeard }) => isHeard)
  const names = await memberNames(tx, scope)
  const hard: HardTalk[] = []
  for (const { callId, complaintId } of heard)
    hard.push(...hardTalkOf(await entriesOf(tx, names, complaintId), callId, now))
  return { onCall: await around.onCall(tx), hard }
}
