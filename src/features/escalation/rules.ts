import { nextOpening, type BusinessCalendar } from '#kernel/business-calendar.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { leaders, type Member } from '#features/access/contract.ts'
import { keepingReasons, type EscalationRequest } from './contract.ts'

type Kind = EscalationRequest['kind']
type Mode = EscalationRequest['mode']
export type State = EscalationRequest['state']

export type Receiver = { readonly member: Member; readonly isAvailable: boolean }

export type Wanted = {
  readonly askedById: string | null
  /** Chosen on the screen. */
  readonly toId?: string | undefined
  /** 「○○を出せ」, as the customer put it. */
  readonly person?: string | undefined
  /** Who had it before and did not look. */
  readonly tried?: readonly string[]
}

/**
 * Who should have it: the one who was chosen or asked for by name, else the supervisor with the fewest waiting.
 * Somebody away is stood in for. When nobody is there, the one in charge is still named, so that a call back can be
 * promised in a name.
 */
export function receiverFor(
  members: readonly Member[],
  waiting: ReadonlyMap<string, number>,
  wanted: Wanted,
): Receiver | null {
  const others = members.filter(
    ({ id }) => id !== wanted.askedById && !(wanted.tried ?? []).includes(id),
  )
  const meant = others.find(({ id }) => id === wanted.toId) ?? namedAs(others, wanted.person ?? '')
  const load = ({ id }: Member) => waiting.get(id) ?? 0
  const inCharge = others.filter(isSupervisor).toSorted((a, b) => load(a) - load(b))
  const candidates = [...(meant ? [meant] : []), ...inCharge, ...others.filter(isAdmin)]
  for (const candidate of candidates) {
    const present = presentFor(others, candidate)
    if (present) return { member: present, isAvailable: true }
  }
  const first = candidates[0]
  return first ? { member: first, isAvailable: false } : null
}

function presentFor(members: readonly Member[], member: Member): Member | undefined {
  if (!member.isAway) return member
  return members.find(({ id, isAway }) => id === member.substituteId && !isAway)
}

/** By name, family name or title; undefined when it could be several. */
export function namedAs(members: readonly Member[], person: string): Member | undefined {
  const asked = keyOf(person).replace(/(?:さん|様|さま|氏|君|くん|ちゃん)$/u, '')
  if (asked === '') return undefined
  const found = members.filter(
    ({ name, kana, title }) =>
      keyOf(name).startsWith(asked) || keyOf(kana ?? '').startsWith(asked) || title === asked,
  )
  return found.length === 1 ? found[0] : undefined
}

function keyOf(text: string): string {
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
}): Mode {
  if (keepingReasons.some((reason) => reason === asked.reason)) return 'watch'
  if (asked.mode && asked.mode !== 'connect') return asked.mode
  if (asked.kind === 'silent-help') return 'watch'
  const canConnect = asked.isAnybodyThere && (asked.isTalking || asked.mode === 'connect')
  return canConnect ? 'connect' : 'call-back'
}

/** After how many minutes a request that nobody looked at goes to the next; null lets it lie. */
export function minutesUnseen(kind: Kind, mode: Mode, isTalking: boolean): number | null {
  if (mode === 'connect' || kind === 'silent-help') return 3
  if (mode === 'call-back') return 30
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
