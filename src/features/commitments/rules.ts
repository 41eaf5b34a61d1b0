import {
  endOfBusiness,
  isBusinessDay,
  isOpenAt,
  nextOpening,
  previousBusinessMoment,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import type { Member } from '#features/access/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { PromisePhrase } from '#features/language/contract.ts'
import type { Commitment, Due, KeptRate, SaidBy, Told } from './contract.ts'

type Instant = Temporal.Instant

/** What was said, read by the judge of promise phrases (`found`) or entered as a day: when is it due? */
export function dueOf(
  told: Told,
  found: readonly Pick<PromisePhrase, 'due' | 'precision'>[],
  now: Instant,
  calendar: BusinessCalendar,
): Result<Due> {
  if ('on' in told) {
    const day = Temporal.PlainDate.from(told.on)
    return told.at ? dueAtMinute(toInstant(day, told.at), now) : dueOnDay(day, now, calendar)
  }
  const dated = found.find(({ due }) => due !== null)
  if (!dated?.due) return refuse('invalid', 'commitments.date-missing', { phrase: told.phrase })
  return dated.precision === 'minute'
    ? dueAtMinute(Temporal.Instant.from(dated.due), now)
    : dueOnDay(Temporal.PlainDate.from(dated.due), now, calendar)
}

function dueAtMinute(at: Instant, now: Instant): Result<Due> {
  const dueAt = at.round({ smallestUnit: 'second', roundingMode: 'floor' })
  return inFuture({ dueAt, dueOn: tokyoDay(dueAt), precision: 'minute' }, now)
}

/**
 * A day without a time ends when the desk closes: afterwards nobody is there to keep it. On a day the desk is closed
 * (「日曜に届きます」), or said after closing (「本日中に」), what the customer was told is the day: 23:59.
 */
function dueOnDay(day: Temporal.PlainDate, now: Instant, calendar: BusinessCalendar): Result<Due> {
  const closing = endOfBusiness(calendar, day)
  const lastMinute = toInstant(day, '23:59')
  const closes = isBusinessDay(calendar, day) && isBefore(now, closing)
  const dueAt = closes && isBefore(closing, lastMinute) ? closing : lastMinute
  return inFuture({ dueAt, dueOn: day, precision: 'day' }, now)
}

function inFuture(
  due: { dueAt: Instant; dueOn: Temporal.PlainDate; precision: Due['precision'] },
  now: Instant,
): Result<Due> {
  const dueAt = due.dueAt.toString()
  return isBefore(now, due.dueAt)
    ? ok({ dueAt, dueOn: due.dueOn.toString(), precision: due.precision })
    : refuse('invalid', 'commitments.date-past', { dueAt })
}

/**
 * When to warn: a third of the way before the end, at most 2 hours for a promise of a day, 4 hours up to three days,
 * a day up to five days, two days beyond. Promises longer than 2 hours warn while somebody is at the desk: an hour before
 * the last closing, or at the next opening, whichever still helps. Always after `madeAt` and before `dueAt`.
 */
export function warnAt(
  madeAt: Instant,
  dueAt: Instant,
  calendar: BusinessCalendar,
): Instant | null {
  if (!isBefore(madeAt, dueAt)) return null
  const length = dueAt.since(madeAt).total('hours')
  const wanted = dueAt.subtract({ milliseconds: Math.round(leadHours(length) * 3_600_000) })
  if (length <= 2 || isOpenAt(calendar, wanted)) return wanted
  const closing = previousBusinessMoment(calendar, wanted)
  const evening = nextOpening(calendar, closing.subtract({ hours: 1 }))
  if (isBefore(madeAt, evening)) return evening
  const morning = nextOpening(calendar, wanted)
  if (isBefore(morning, dueAt)) return morning
  // Made in the last hour before a closing that lasts until the end, or never open at all in between.
  return isBefore(madeAt, closing) ? middle(madeAt, closing) : wanted
}

/**
 * When whoever leads is told that nobody has taken it up: half-way between the warning and the end, while somebody is at
 * the desk when there is more than an hour. Always after the warning and before `dueAt`.
 */
export function raiseAt(warned: Instant, dueAt: Instant, calendar: BusinessCalendar): Instant {
  const half = middle(warned, dueAt)
  if (dueAt.since(warned).total('hours') <= 1 || isOpenAt(calendar, half)) return half
  const evening = previousBusinessMoment(calendar, half).subtract({ minutes: 30 })
  if (isBefore(warned, evening)) return evening
  const morning = nextOpening(calendar, half)
  return isBefore(morning, dueAt) ? morning : half
}

function leadHours(length: number): number {
  if (length <= 24) return Math.min(length / 3, 2)
  if (length <= 72) return 4
  return length <= 5 * 24 ? 24 : 48
}

function middle(from: Instant, to: Instant): Instant {
  const half = Math.floor(to.since(from).total('milliseconds') / 2)
  return from.add({ milliseconds: half })
}

function isBefore(one: Instant, other: Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

/** Is the date past? At the instant itself it is. */
export function isOver(dueAt: string, now: string): boolean {
  return Temporal.Instant.compare(dueAt, now) <= 0
}

/** What a promise is now: a date that has passed is broken, also when the timer has not said so yet. */
export function stateAt(
  { state, dueAt }: Pick<Commitment, 'state' | 'dueAt'>,
  now: string,
): Commitment['state'] {
  return state === 'open' && isOver(dueAt, now) ? 'broken' : state
}

/**
 * Who keeps it: the one asked for, or whoever stands in for them while they are away or rest (the substitute's
 * substitute, if need be), or any supervisor who is there. Nobody there at all: it stays where it is. Null: no such
 * member. `resting`: who is not to be given anything.
 */
export function ownerFor(
  members: readonly Member[],
  wantedId: string | null,
  resting: ReadonlySet<string> = new Set(),
): { owner: Member; insteadOf: Member | null } | null {
  const wanted = members.find(({ id }) => id === wantedId) ?? null
  if (wantedId !== null && wanted === null) return null
  const isThere = ({ id, isAway }: Member) => !isAway && !resting.has(id)
  if (wanted && isThere(wanted)) return { owner: wanted, insteadOf: null }
  const owner =
    substituteOf(members, wanted, isThere) ??
    anyLeader(members.filter(isThere)) ??
    wanted ??
    anyLeader(members)
  return owner ? { owner, insteadOf: owner === wanted ? null : wanted } : null
}

type IsThere = (member: Member) => boolean

function substituteOf(
  members: readonly Member[],
  away: Member | null,
  isThere: IsThere,
): Member | undefined {
  const asked = new Set<string>()
  let next = members.find(({ id }) => id === away?.substituteId)
  while (next && !isThere(next) && !asked.has(next.id)) {
    asked.add(next.id)
    const { substituteId } = next
    next = members.find(({ id }) => id === substituteId)
  }
  return next && isThere(next) ? next : undefined
}

function anyLeader(members: readonly Member[]): Member | undefined {
  const having = (role: Member['roles'][number]) =>
    members.find(({ roles }) => roles.includes(role))
  return having('supervisor') ?? having('admin')
}

type Entry = Pick<TimelineEntry, 'id' | 'type' | 'payload' | 'at' | 'by'>
type PromisedIn = { readonly saidIn: string; readonly said: SaidBy }

/** The last entry in which we said these words to the customer. Null: they are still being written. */
export function whereSaid(entries: readonly Entry[], words: string): PromisedIn | null {
  const cancelled = idsOf(entries, 'letters.cancelled')
  const entry = entries.findLast(
    (each) => says(each, words) && !cancelled.has(each.payload?.['letterId']),
  )
  if (!entry) return null
  const { id: entryId, at, by, payload } = entry
  const letterId = payload?.['letterId']
  const as = letterId ? 'letter' : payload?.['chat'] ? 'chat' : 'talk'
  return {
    saidIn: typeof letterId === 'string' ? letterId : entryId,
    said: { entryId, at, by, as },
  }
}

/** Which promises stood in a letter that nobody will have, and were told in no other way. */
export function unsaidBy<P extends Pick<Commitment, 'words' | 'saidIn' | 'madeTo'>>(
  letterId: string,
  entries: readonly Entry[],
  pending: readonly P[],
): P[] {
  const letter = entries.filter(({ payload }) => payload?.['letterId'] === letterId)
  return pending.filter(
    ({ madeTo, words }) =>
      madeTo === 'customer' &&
      letter.some((entry) => says(entry, words)) &&
      whereSaid(entries, words) === null,
  )
}

function says({ type, payload }: Entry, words: string): boolean {
  const text = payload?.['text']
  if (typeof text !== 'string' || !text.includes(words)) return false
  if (type === 'complaints.noted') return payload?.['speaker'] === 'operator'
  return type === 'guide.phrase-used' || type === 'letters.written'
}

function idsOf(entries: readonly Entry[], type: string): ReadonlySet<unknown> {
  return new Set(
    entries.filter((entry) => entry.type === type).map(({ payload }) => payload?.['letterId']),
  )
}

/** What the rate is made from. */
export type Deadlines = Pick<
  Commitment,
  'state' | 'dueAt' | 'brokenAt' | 'ownerId' | 'ownerName' | 'renegotiations'
> &
  Partial<Pick<Commitment, 'ownerTeam'>> & {
    /** So many alike, counted where they are stored; one when left out. */
    readonly times?: number
  }
type Verdict = 'kept' | 'late' | 'broken' | 'moved' | 'withdrawn' | 'open'

/** Of fewer dates a percentage would say more than anybody knows. */
export const leastForRate = 10

/** The headline figure, by the definition in the contract. Promises of departments to us are left out by the caller. */
export function keptRateOf(promises: readonly Deadlines[], since: string, now: string): KeptRate {
  const dates = promises
    .flatMap((promise) => datesOf(promise, now).map((date) => ({ ...promise, ...date })))
    .filter(({ at }) => isOver(at, now) && !isOver(at, since))
  const number = (verdict: Verdict) => numberOf(dates, verdict)
  const owners = Map.groupBy(dates, ({ ownerId }) => ownerId)
  const teams = Map.groupBy(dates, ({ ownerTeam }) => ownerTeam ?? null)
  return {
    ...count(dates),
    keptLate: number('late'),
    moved: number('moved'),
    withdrawn: number('withdrawn'),
    leastForRate,
    byOwner: [...owners]
      .map(([ownerId, its]) => ({ ownerId, ownerName: its[0]?.ownerName ?? '', ...count(its) }))
      .filter(hasCome),
    byTeam: [...teams].map(([team, its]) => ({ team, ...count(its) })).filter(hasCome),
  }
}

function hasCome({ kept, broken }: { kept: number; broken: number }): boolean {
  return kept + broken > 0
}

function datesOf(promise: Deadlines, now: string): { at: string; verdict: Verdict }[] {
  const before = promise.renegotiations.map(({ previousDueAt, wasBroken }) => ({
    at: previousDueAt,
    verdict: wasBroken ? ('broken' as const) : ('moved' as const),
  }))
  return [...before, { at: promise.dueAt, verdict: verdictOf(promise, now) }]
}

function verdictOf(promise: Deadlines, now: string): Verdict {
  const state = stateAt(promise, now)
  return state === 'kept' && promise.brokenAt !== null ? 'late' : state
}

type Judged = { readonly verdict: Verdict; readonly times?: number }

function numberOf(dates: readonly Judged[], ...verdicts: Verdict[]): number {
  return dates
    .filter(({ verdict }) => verdicts.includes(verdict))
    .reduce((sum, { times = 1 }) => sum + times, 0)
}

function count(dates: readonly Judged[]) {
  const [kept, broken] = [numberOf(dates, 'kept'), numberOf(dates, 'broken', 'late')]
  const due = kept + broken
  return { kept, broken, rate: due < leastForRate ? null : kept / due }
}
