import type { MyVisit } from '../contract.ts'
import { isOut } from '../course/rules.ts'
import type { PhoneState, Press, PressKind } from './contract.ts'

const hour = 3_600_000
const ms = (at: string) => Date.parse(at)

/** ms. Presses that were late still count, and the phone still tells that they arrived. */
const stillOpen = 24 * hour

/** Does the token of a phone still open its visit? While somebody is out there, always. */
export function opens(visit: Pick<MyVisit, 'state' | 'backBy' | 'backAt'>, now: number): boolean {
  if (visit.state === 'called-off') return false
  if (visit.state === 'back') return now < ms(visit.backAt ?? visit.backBy) + stillOpen
  return visit.state !== 'planned' || now < ms(visit.backBy) + stillOpen
}

/** As it was pressed, whatever way it came; the same press only once. */
export function inOrder(presses: readonly Press[]): Press[] {
  const first = new Map(presses.toReversed().map((each) => [each.id, each]))
  return [...first.values()].toSorted((a, b) => a.sequence - b.sequence)
}

/** Nothing was pressed later than it came, whatever the phone's clock says. */
export function pressedAt(at: string, now: string): string {
  return Temporal.Instant.from(ms(at) > ms(now) ? now : at).toString()
}

/** What is left to be sent after an answer. */
export function stillWaiting(
  waiting: readonly Press[],
  { results }: Pick<PhoneState, 'results'>,
): Press[] {
  const answered = new Set(results.map(({ id }) => id))
  return waiting.filter(({ id }) => !answered.has(id))
}

/** The visit as it will stand once all that waits has arrived. */
export function foreseen(visit: MyVisit, waiting: readonly Press[]): MyVisit {
  return inOrder(waiting).reduce(after, visit)
}

function after(visit: MyVisit, { kind, at, minutes = 0 }: Press): MyVisit {
  switch (kind) {
    case 'leave':
      return visit.state === 'planned' ? left(visit, at) : visit
    case 'arrive':
      return visit.state === 'left'
        ? alive({ ...visit, state: 'arrived', arrivedAt: at }, at)
        : visit
    case 'check-in':
      return alive(visit.state === 'arrived' ? { ...visit, state: 'talking' } : visit, at)
    case 'extend':
      return isOut(visit) && visit.state !== 'ended'
        ? alive({ ...visit, backBy: plus(visit.backBy, minutes) }, at)
        : visit
    case 'end':
      return isOut(visit) ? { ...visit, state: 'ended', endedAt: at, dueAt: visit.backBy } : visit
    case 'return':
      return { ...visit, state: 'back', backAt: at, dueAt: null }
    case 'contact':
      return alive(visit, at)
  }
}

/** Nobody should read the sign out there. */
function left(visit: MyVisit, at: string): MyVisit {
  return { ...visit, state: 'left', leftAt: at, lastSignAt: at, sign: null }
}

/** A sign of life: the next one is awaited from here on, and never later than the return. */
function alive(visit: MyVisit, at: string): MyVisit {
  if (!isOut(visit)) return visit
  const signed = { ...visit, lastSignAt: at }
  if (visit.state !== 'arrived' && visit.state !== 'talking') return signed
  const next = plus(at, visit.checkInMinutes)
  return { ...signed, dueAt: ms(next) < ms(visit.backBy) ? next : visit.backBy }
}

function plus(at: string, minutes: number): string {
  return new Date(ms(at) + minutes * 60_000).toISOString()
}

export type Step = 'leave' | 'arrive' | 'check-in' | 'return'

/** What the largest button does now; null: this visit is over. */
export function stepOf({ state }: Pick<MyVisit, 'state'>): Step | null {
  switch (state) {
    case 'planned':
      return 'leave'
    case 'left':
      return 'arrive'
    case 'arrived':
    case 'talking':
      return 'check-in'
    case 'ended':
      return 'return'
    default:
      return null
  }
}

export type Told =
  | { readonly kind: 'arrived'; readonly what: PressKind; readonly at: string }
  | {
      readonly kind: 'waiting'
      readonly what: PressKind
      readonly at: string
      /** When the office notices, as far as it knows by now. */
      readonly noticedAt: string | null
    }

/** What the office knows of the last press; null before the first. `visit` is what the server said last. */
export function toldOf(visit: MyVisit, waiting: readonly Press[]): Told | null {
  const last = inOrder(waiting).at(-1)
  if (last) return { kind: 'waiting', what: last.kind, at: last.at, noticedAt: visit.dueAt }
  const { backAt, endedAt, lastSignAt, arrivedAt, leftAt } = visit
  const hasCheckedIn = lastSignAt !== null && arrivedAt !== null && ms(lastSignAt) > ms(arrivedAt)
  const known: readonly (readonly [PressKind, string | null])[] = [
    ['return', backAt],
    ['end', endedAt],
    ['check-in', hasCheckedIn ? lastSignAt : null],
    ['arrive', arrivedAt],
    ['leave', leftAt],
  ]
  const [what, at] = known.find((each) => each[1] !== null) ?? []
  return what && at ? { kind: 'arrived', what, at } : null
}

/** ms. Time enough to put down the tea and press. */
const early = 2 * 60_000

/** How the phone shakes now: once shortly before, then each minute after it was due. */
export function shakeOf(dueAt: string | null, now: number): 'soon' | 'due' | null {
  if (dueAt === null) return null
  const left = ms(dueAt) - now
  if (left > early) return null
  return left > 0 ? 'soon' : 'due'
}
