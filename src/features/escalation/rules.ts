import { nextOpening, type BusinessCalendar } from '#kernel/business-calendar.ts'
import { refuse } from '#kernel/result.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { leaders, type Member } from '#features/access/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { CallBack, EscalationRequest } from './contract.ts'
import {
  keepingReasons,
  type KeepingReason,
  type RouteReason,
  type RouteRule,
  type Standing,
} from './routing/contract.ts'
import { isFree, usual } from './routing/rules.ts'

type Kind = EscalationRequest['kind']
type Mode = EscalationRequest['mode']
export type State = EscalationRequest['state']

export type Receiver = {
  readonly member: Member
  readonly isAvailable: boolean
  readonly because: readonly RouteReason[]
}

/** Where everybody is, how many requests wait for them, and how many open complaints they have. */
export type Seen = {
  readonly at: ReadonlyMap<string, Standing>
  readonly waiting: ReadonlyMap<string, number>
  readonly open: ReadonlyMap<string, number>
  /** Who is not to be given anything now: somebody else is chosen, also when they are asked for. */
  readonly resting: ReadonlySet<string>
}

export type Wanted = {
  readonly askedById: string | null
  /** Chosen on the screen. */
  readonly toId?: string | undefined
  /** 「○○を出せ」, as the customer put it. */
  readonly person?: string | undefined
  /** Who had it before and did not look. */
  readonly tried?: readonly string[]
  /** Who is first by the company's own rules. */
  readonly rule?: Pick<RouteRule, 'toId' | 'name'>
}

/**
 * Who should have it: the one who was chosen or asked for by name, else by rule, presence and load. Somebody away is
 * stood in for; somebody busy who was asked for by name calls back. When nobody is there, the one in charge is still
 * named, so that a call back can be promised in a name. Null: nobody is left to ask, and it lies with a desk.
 */
export function receiverFor(
  members: readonly Member[],
  seen: Seen,
  wanted: Wanted,
): Receiver | null {
  const others = members.filter(
    ({ id }) => id !== wanted.askedById && !(wanted.tried ?? []).includes(id),
  )
  const meant = meantBy(others, wanted)
  const [there] = meant ? standingIn(others, seen, [meant]) : []
  if (there) return there
  const inCharge = standingIn(others, seen, inChargeOf(others, seen, wanted))
  const best = inCharge.find(({ isAvailable }) => isAvailable) ?? inCharge[0]
  if (best) return best
  const [first] = [...(meant ? [meant] : []), ...inChargeOf(others, seen, wanted)].filter(
    ({ member }) => !seen.resting.has(member.id),
  )
  return first
    ? { member: first.member, isAvailable: false, because: [...first.because, { kind: 'nobody' }] }
    : null
}

type Candidate = { readonly member: Member; readonly because: readonly RouteReason[] }

function meantBy(others: readonly Member[], { toId, person }: Wanted): Candidate | undefined {
  const chosen = others.find(({ id }) => id === toId)
  if (chosen) return { member: chosen, because: [{ kind: person ? 'named' : 'chosen' }] }
  const named = namedAs(others, person ?? '')
  return named && { member: named, because: [{ kind: 'named' }] }
}

const order: readonly Standing[] = ['here', 'unseen', 'on-call', 'out', 'away']

function inChargeOf(others: readonly Member[], seen: Seen, { rule }: Wanted): Candidate[] {
  const place = ({ id, isAway }: Member) => order.indexOf(whereIs(seen, id, isAway))
  const count = (all: ReadonlyMap<string, number>, { id }: Member) => all.get(id) ?? 0
  const byLoad = (all: readonly Member[]) =>
    all.toSorted(
      (a, b) =>
        place(a) - place(b) ||
        count(seen.waiting, a) - count(seen.waiting, b) ||
        count(seen.open, a) - count(seen.open, b),
    )
  const first = others.filter(({ id }) => id === rule?.toId)
  const rest = others.filter(({ id }) => id !== rule?.toId)
  const led = [
    ...byLoad(rest.filter(isSupervisor)),
    ...byLoad(rest.filter((each) => isAdmin(each) && !isSupervisor(each))),
  ]
  return [
    ...first.map((member) => ({
      member,
      because: [{ kind: 'rule' as const, words: rule?.name ?? '' }],
    })),
    ...led.map((member) => ({
      member,
      because: [{ kind: 'fewest' as const, count: count(seen.waiting, member) }],
    })),
  ]
}

function standingIn(
  others: readonly Member[],
  seen: Seen,
  candidates: readonly Candidate[],
): Receiver[] {
  return candidates.flatMap(({ member, because }) => {
    const present = presentFor(others, seen, member)
    if (!present) return []
    const standing = whereIs(seen, present.id, present.isAway)
    const instead: RouteReason[] =
      present === member ? [] : [{ kind: 'stands-in', words: member.name }]
    const reasons = [...because, ...instead, { kind: 'standing' as const, words: standing }]
    return [{ member: present, isAvailable: isFree(standing), because: reasons }]
  })
}

function whereIs({ at }: Seen, id: string, isAway: boolean): Standing {
  return at.get(id) ?? (isAway ? 'away' : 'unseen')
}

function presentFor(members: readonly Member[], seen: Seen, member: Member): Member | undefined {
  const isThere = ({ id, isAway }: Member) =>
    whereIs(seen, id, isAway) !== 'away' && !seen.resting.has(id)
  if (isThere(member)) return member
  return members.find((each) => each.id === member.substituteId && isThere(each))
}

/** By name, family name or title; undefined when it could be several. */
export function namedAs(members: readonly Member[], person: string): Member | undefined {
  const asked = keyOf(person).replace(/(?:さん|様|さま|氏|君|くん|ちゃん)$/u, '')
  if (asked === '') return undefined
  const found = members.filter(
    ({ name, businessName, kana, title }) =>
      [name, businessName, kana].some((each) => each && keyOf(each).startsWith(asked)) ||
      title === asked,
  )
  return found.length === 1 ? found[0] : undefined
}

export function keyOf(text: string): string {
  return normalise(text).text.replace(/[\s・]/gu, '')
}

export function isSupervisor({ roles }: Pick<Member, 'roles'>): boolean {
  return roles.includes('supervisor')
}

export function isLeader({ roles }: Pick<Member, 'roles'>): boolean {
  return leaders.some((role) => roles.includes(role))
}

function isAdmin({ roles }: Member): boolean {
  return roles.includes('admin')
}

/**
 * E1 and E3. Three reasons keep the customer with the operator, and the supervisor watches. Otherwise one who is
 * there takes the line over while it is open; nobody there means a call back, never improvisation.
 */
export function modeOf(asked: {
  kind: Kind
  mode?: Mode | undefined
  reason: string
  isTalking: boolean
  isAnybodyThere: boolean
  /** What the company's rule says; without one, connecting is right. */
  rule?: Pick<RouteRule, 'mode'>
  /** What the record shows, where nobody has chosen. */
  keeping?: KeepingReason | null
}): Mode {
  if (isKeeping(asked.reason)) return 'watch'
  if (asked.mode && asked.mode !== 'connect') return asked.mode
  if (asked.kind === 'silent-help') return 'watch'
  if (!asked.mode && asked.kind === 'supervisor' && asked.keeping) return 'watch'
  if (asked.rule?.mode === 'call-back') return 'call-back'
  const canConnect = asked.isAnybodyThere && (asked.isTalking || asked.mode === 'connect')
  return canConnect ? 'connect' : 'call-back'
}

export function isKeeping(reason: string): reason is KeepingReason {
  return keepingReasons.some((each) => each === reason)
}

const dangers = ['threat_harm', 'refuses_to_leave', 'confinement', 'customer_crisis', 'sexual']

/**
 * Which of the reasons to stay the record shows: the same person gives the same answer about money, and to a talk
 * that does not end. Never where somebody is in danger. One's own mistake nobody else can see.
 */
export function keepingIn({ cues }: Pick<CaseRecord, 'cues'>): KeepingReason | null {
  const isHeard = (...codes: string[]) =>
    cues.some(({ code, speaker }) => speaker === 'customer' && codes.includes(code))
  if (isHeard(...dangers)) return null
  if (isHeard('asks_compensation', 'hints_money')) return 'money-demanded'
  return isHeard('prolonging') ? 'caller-will-not-let-go' : null
}

/** After how many minutes a request that nobody looked at goes to the next; null lets it lie. */
export function minutesUnseen(
  kind: Kind,
  mode: Mode,
  isTalking: boolean,
  rule: Pick<RouteRule, 'connectMinutes' | 'callBackMinutes'> = usual,
): number | null {
  if (kind === 'silent-help') return 3
  if (mode === 'connect') return rule.connectMinutes
  if (mode === 'call-back') return rule.callBackMinutes
  return isTalking ? 3 : null
}

/** How often everybody is gone through before only the list and the inbox keep reminding. */
export const rounds = 3

export function nextRoundAt(calendar: BusinessCalendar, now: string): string {
  const later = Temporal.Instant.from(now).add({ minutes: 30 })
  return nextOpening(calendar, later).toString()
}

export function isOver(state: State): boolean {
  return state !== 'asked' && state !== 'seen'
}

/** Watching leaves the complaint where it is; everything else takes it over. */
export function takesOver(request: Pick<EscalationRequest, 'kind' | 'mode'>): boolean {
  return request.mode !== 'watch' && request.kind !== 'silent-help'
}

/** Why the customer cannot be called in this window; null when they can. */
export function whyNotWindow(
  { fromAt, untilAt }: Pick<CallBack, 'fromAt' | 'untilAt'>,
  now: string,
) {
  if (Date.parse(untilAt) <= Date.parse(now)) return refuse('invalid', 'escalation.window-past', {})
  if (Date.parse(untilAt) <= Date.parse(fromAt))
    return refuse('invalid', 'escalation.window-backwards', {})
  return null
}
