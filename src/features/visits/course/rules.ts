import type { VisitState } from '../contract.ts'
import type { AlarmKind } from '../alarms/contract.ts'
import type { VisitsSettings } from '../settings/contract.ts'

/** What the watch knows of a visit. Instants are ISO, UTC. */
export type Watched = {
  readonly state: VisitState
  readonly startsAt: string
  readonly backBy: string
  readonly checkInMinutes: number
  readonly leftAt: string | null
  readonly arrivedAt: string | null
  readonly talkingAt: string | null
  readonly lastSignAt: string | null
  readonly endedAt: string | null
  readonly backAt: string | null
  readonly helpAt: string | null
  readonly forcedAt: string | null
  readonly contactAt: string | null
}
export type Pace = Pick<VisitsSettings, 'lostContactMinutes' | 'arrivalMinutes'>
export type Signal = { readonly kind: AlarmKind; readonly dueAt: string }

export type PressKind = 'leave' | 'arrive' | 'check-in' | 'extend' | 'end' | 'return' | 'help'
export type Press = {
  readonly kind: PressKind
  readonly at: string
  readonly minutes?: number
  /** An end that somebody forced. */
  readonly isForced?: boolean
}

const order: readonly VisitState[] = ['planned', 'left', 'arrived', 'talking', 'ended', 'back']
const rank = (state: VisitState) => order.indexOf(state)

export function isOut({ state }: Pick<Watched, 'state'>): boolean {
  return ['left', 'arrived', 'talking', 'ended'].includes(state)
}

export function isOver({ state }: Pick<Watched, 'state'>): boolean {
  return state === 'back' || state === 'called-off'
}

/** Until when the next sign of life is awaited; null: none is. */
export function dueAtOf(visit: Watched, pace: Pace): string | null {
  const { state, startsAt, backBy, leftAt, lastSignAt, checkInMinutes } = visit
  if (state === 'left') {
    const from = latest(startsAt, leftAt ?? startsAt)
    return earliest(plus(from, pace.arrivalMinutes), backBy)
  }
  if (state === 'arrived' || state === 'talking')
    return earliest(plus(lastSignAt ?? startsAt, checkInMinutes), backBy)
  return state === 'ended' ? backBy : null
}

/** Every alarm this visit is on its way to, with the instant at which it is due. Those due already are among them. */
export function signalsOf(visit: Watched, pace: Pace): Signal[] {
  const { helpAt, forcedAt, backBy, contactAt } = visit
  const found: Signal[] = []
  if (helpAt !== null) found.push({ kind: 'silent-help', dueAt: helpAt })
  if (forcedAt !== null) found.push({ kind: 'duress', dueAt: forcedAt })
  if (!isOut(visit)) return found
  const dueAt = dueAtOf(visit, pace)
  if (dueAt !== null && dueAt !== backBy) found.push({ kind: 'missed-check-in', dueAt })
  found.push({ kind: 'overdue-return', dueAt: backBy })
  // On the way the phone lies in a pocket, and browsers put its page to sleep: there the arrival and the return are awaited.
  if (contactAt !== null && (visit.state === 'arrived' || visit.state === 'talking'))
    found.push({ kind: 'lost-contact', dueAt: plus(contactAt, pace.lostContactMinutes) })
  return found
}

const keyOf = ({ kind, dueAt }: Signal) => `${kind}/${Temporal.Instant.from(dueAt).toString()}`

/** What has to be raised now, and when to look again (null: never, unless something is pressed). */
export function lookAt(
  visit: Watched,
  pace: Pace,
  raised: readonly Signal[],
  now: string,
): { raise: Signal[]; nextAt: string | null } {
  const known = new Set(raised.map(keyOf))
  const open = signalsOf(visit, pace).filter((signal) => !known.has(keyOf(signal)))
  const isDue = ({ dueAt }: Signal) => Temporal.Instant.compare(dueAt, now) <= 0
  const ahead = open.filter((signal) => !isDue(signal)).map(({ dueAt }) => dueAt)
  return {
    raise: open.filter(isDue),
    nextAt: ahead.length === 0 ? null : ahead.reduce(earliest),
  }
}

export type Pressed = { readonly visit: Watched; readonly isNoted: boolean }

/**
 * The visit after a press that was made at `at` and is heard of now. What came too late to change anything is only noted:
 * nothing that was pressed out there is ever refused.
 */
export function afterPress(visit: Watched, press: Press): Pressed {
  const { kind, at } = press
  // Help is help, whatever state we believe the visit to be in.
  if (kind === 'help') return { visit: { ...alive(visit, at), helpAt: at }, isNoted: false }
  if (visit.state === 'called-off') return { visit, isNoted: true }
  if (kind === 'check-in') return checkedIn(visit, at)
  if (kind === 'extend') return extended(visit, press)
  const to = reached[kind]
  const forced = press.isForced ? { forcedAt: at } : {}
  if (rank(visit.state) >= rank(to))
    return { visit: { ...alive(visit, at), ...forced }, isNoted: true }
  return { visit: { ...alive({ ...visit, state: to }, at), ...marks(press) }, isNoted: false }
}

const reached = { leave: 'left', arrive: 'arrived', end: 'ended', return: 'back' } as const

function marks({ kind, at, isForced }: Press): Partial<Watched> {
  if (kind === 'leave') return { leftAt: at, contactAt: at }
  if (kind === 'arrive') return { arrivedAt: at }
  if (kind === 'end') return { endedAt: at, ...(isForced ? { forcedAt: at } : {}) }
  return { backAt: at }
}

function checkedIn(visit: Watched, at: string): Pressed {
  if (!isOut(visit)) return { visit, isNoted: true }
  const { arrivedAt } = visit
  const isAfter = arrivedAt === null || Temporal.Instant.compare(arrivedAt, at) <= 0
  const begins = visit.state === 'arrived' && isAfter
  const next: Watched = begins ? { ...visit, state: 'talking', talkingAt: at } : visit
  const isOlder = visit.lastSignAt !== null && Temporal.Instant.compare(at, visit.lastSignAt) < 0
  return { visit: alive(next, at), isNoted: isOlder || visit.state === 'ended' }
}

function extended(visit: Watched, { at, minutes = 0 }: Press): Pressed {
  if (!isOut(visit) || visit.state === 'ended') return { visit, isNoted: true }
  return { visit: { ...alive(visit, at), backBy: plus(visit.backBy, minutes) }, isNoted: false }
}

/** Never back in time: presses come late and out of order. */
function alive(visit: Watched, at: string): Watched {
  return { ...visit, lastSignAt: visit.lastSignAt === null ? at : latest(visit.lastSignAt, at) }
}

function plus(instant: string, minutes: number): string {
  return Temporal.Instant.from(instant).add({ minutes }).toString()
}

function earliest(a: string, b: string): string {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b
}

function latest(a: string, b: string): string {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b
}
