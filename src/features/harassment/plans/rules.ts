import { z } from 'zod'
import {
  endOfBusiness,
  isBusinessDay,
  nextOpening,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import type { EventOf } from '#kernel/event.ts'
import { isNationalHoliday } from '#kernel/national-holidays.ts'
import { refuse } from '#kernel/result.ts'
import { toInstant, tokyo, tokyoDay } from '#kernel/tokyo.ts'
import type { CaseRecord, Recorded } from '#features/complaints/record/contract.ts'
import type { CueCode } from '#features/language/contract.ts'
import {
  plansEvents,
  type Departure,
  type Ground,
  type PhoneHours,
  type Plan,
  type PlanSettings,
  type PlanState,
  type Terms,
  type Version,
  type Way,
} from './contract.ts'

/** Day one: three months, at most half a year; every leader may agree. */
export const usualSettings: PlanSettings = {
  usualDays: 90,
  longestDays: 180,
  deciderIds: [],
  objection:
    'この取り決めにご異議があるときは、書面またはメールでお知らせください。決めた者とは別の責任者が確かめ、お返事いたします。',
}

/** A plan restricts up to the end of the day of its review, in Japan; then it is only shown as past it. */
export function stateOn(
  state: 'proposed' | 'in-force' | 'declined' | 'lifted',
  reviewOn: string | null,
  today: string,
): PlanState {
  return state === 'in-force' && reviewOn !== null && reviewOn < today ? 'past-review' : state
}

type Attempt = { readonly way: Way; readonly memberId: string; readonly at: string }

/** In what this way of being in touch departs from a plan; [] when it does not. `at`: ISO instant. */
export function departures(terms: Terms, { way, memberId, at }: Attempt): Departure[] {
  const isWindow = memberId === terms.windowId || memberId === terms.standInId
  const isAgreed = terms.ways.includes(way)
  const isLate = way === 'phone' && isAgreed && terms.hours !== null && !isWithin(terms.hours, at)
  return [
    ...(isWindow ? [] : ['not-the-window' as const]),
    ...(isAgreed ? [] : ['way-not-agreed' as const]),
    ...(isLate ? ['outside-hours' as const] : []),
  ]
}

/** How a member is in touch by an entry that they are about to write; null: not with the customer. */
export function wayOf({
  type,
  payload,
}: {
  readonly type: string
  readonly payload: unknown
}): Way | null {
  const said = told.safeParse(payload).data ?? {}
  switch (type) {
    case 'letters.written':
    case 'letters.released':
      return said.kind === 'reply' ? 'mail' : null
    // A warning is what tells the plan; a report stays inside.
    case 'letters.printed':
      return said.kind === 'warning' || said.kind === 'accident-report' ? null : 'letter'
    case 'intake.call-started':
      return said.direction === 'out' ? 'phone' : null
    case 'complaints.noted':
      return said.chat && said.speaker === 'operator' ? 'chat' : null
    default:
      return null
  }
}

const told = z.object({
  kind: z.string().optional(),
  direction: z.string().optional(),
  speaker: z.string().optional(),
  chat: z.object({}).optional(),
})

/** From the first minute, up to but without the last. */
export function isWithin(hours: PhoneHours, at: string): boolean {
  const now = Temporal.Instant.from(at).toZonedDateTimeISO(tokyo)
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' })
  return isOn(hours, now.toPlainDate()) && hours.from <= time && time < hours.to
}

function isOn({ weekdays, onHolidays }: PhoneHours, day: Temporal.PlainDate): boolean {
  return weekdays.includes(day.dayOfWeek) && (onHolidays || !isNationalHoliday(day))
}

// The longest run of holidays is shorter; hours on one weekday come back within as many weeks.
const farthestDays = 60

/** When the window can be in touch next: now, or the next beginning of the hours. Of plans without hours, the desk's. */
export function nextTime(
  hours: PhoneHours | null,
  at: string,
  calendar: BusinessCalendar,
): Temporal.Instant {
  const now = Temporal.Instant.from(at)
  if (hours === null) return nextOpening(calendar, now)
  if (isWithin(hours, at)) return now
  const today = tokyoDay(now)
  for (let days = 0; days <= farthestDays; days += 1) {
    const day = today.add({ days })
    const begins = toInstant(day, hours.from)
    if (isOn(hours, day) && Temporal.Instant.compare(begins, now) > 0) return begins
  }
  return nextOpening(calendar, now)
}

/** By when a message is answered: a business day after the window's next time, at the latest. */
export function answerBy(next: Temporal.Instant, calendar: BusinessCalendar): string {
  let day = tokyoDay(next).add({ days: 1 })
  for (let days = 0; days < farthestDays && !isBusinessDay(calendar, day); days += 1)
    day = day.add({ days: 1 })
  return toInstant(day, calendar.hours.closes).toString()
}

/** By when a review is done: the desk's closing on its day, or the day itself when nobody is there. */
export function reviewDue(reviewOn: string, calendar: BusinessCalendar): string {
  const day = Temporal.PlainDate.from(reviewOn)
  const due = isBusinessDay(calendar, day) ? endOfBusiness(calendar, day) : toInstant(day, '23:59')
  return due.toString()
}

/** Why these terms cannot be proposed; null when they can. `today`: a day in Japan. */
export function whyNotProposed(terms: Terms, settings: PlanSettings, today: string) {
  const { hours, reviewOn, windowId, standInId } = terms
  if (terms.ways.length === 1 && terms.ways[0] === 'counter')
    return refuse('invalid', 'harassment.plan-no-way-out', {})
  if (hours && hours.to <= hours.from) return refuse('invalid', 'harassment.plan-hours', {})
  if (standInId === windowId) return refuse('invalid', 'harassment.plan-stand-in', {})
  if (reviewOn <= today) return refuse('invalid', 'harassment.plan-review-past', {})
  const last = Temporal.PlainDate.from(today).add({ days: settings.longestDays }).toString()
  return reviewOn > last ? refuse('invalid', 'harassment.plan-review-late', { last }) : null
}

type Decider = { readonly memberId: string; readonly actor: string }

/** Why this person cannot be the second one; null when they can. */
export function whyNotDecided(
  { proposedBy, proposedByName }: Pick<Version, 'proposedBy' | 'proposedByName'>,
  { memberId, actor }: Decider,
  { deciderIds }: PlanSettings,
) {
  if (proposedBy === actor)
    return refuse('forbidden', 'harassment.plan-own', { name: proposedByName })
  return deciderIds.length > 0 && !deciderIds.includes(memberId)
    ? refuse('forbidden', 'harassment.plan-not-decider', {})
    : null
}

/** Whoever proposed or agreed to any version has decided it; an objection is answered by another person. */
export function hasDecided({ versions }: Pick<Plan, 'versions'>, actor: string): boolean {
  return versions.some(
    ({ proposedBy, decidedBy, outcome }) =>
      outcome !== 'declined' && (proposedBy === actor || decidedBy === actor),
  )
}

/** Whether a plan asks for anything in this complaint, and if not, why not. */
export function reachOf(
  { complaintId, terms }: { readonly complaintId: string; readonly terms: Pick<Terms, 'covers'> },
  here: { readonly complaintId: string | null; readonly isSafety: boolean },
): 'covered' | 'new-matter' | 'safety' {
  if (here.isSafety) return 'safety'
  const isSame = here.complaintId === null || here.complaintId === complaintId
  return isSame || terms.covers === 'everything' ? 'covered' : 'new-matter'
}

const noticeDays = 7

/** What a decider is shown first: what waits for them, and reviews of the coming week and of the last month. */
export function isReviewNear(
  { state, versions, terms }: Pick<Plan, 'state' | 'versions' | 'terms'>,
  today: string,
): boolean {
  if (state === 'lifted') return false
  if (versions.some(({ outcome }) => outcome === 'waiting')) return true
  const day = Temporal.PlainDate.from(today)
  if (state === 'past-review') return terms.reviewOn >= day.subtract({ days: shownDays }).toString()
  return state === 'in-force' && terms.reviewOn <= day.add({ days: noticeDays }).toString()
}

const shownDays = 30

/** When its deciders are told of the review: nine o'clock a week before, and on the day. */
export function reviewTimes(reviewOn: string): { at: string; isToday: boolean }[] {
  const day = Temporal.PlainDate.from(reviewOn)
  return [
    { at: toInstant(day.subtract({ days: noticeDays }), '09:00').toString(), isToday: false },
    { at: toInstant(day, '09:00').toString(), isToday: true },
  ]
}

/** An entry of a plan as the timeline has it. */
export type PlanEntry = EventOf<typeof plansEvents> & {
  readonly at: string
  readonly by: string
  readonly byName: string
}
/** What one complaint's entries say of one plan. */
export type Told = Pick<Plan, 'versions' | 'appeals' | 'lifted'>

/** plan id → what was decided about it, oldest entry first. */
export function plansIn(entries: readonly PlanEntry[]): Map<string, Told> {
  const plans = new Map<string, Told>()
  for (const entry of entries) {
    const before = plans.get(entry.payload.planId) ?? { versions: [], appeals: [], lifted: null }
    plans.set(entry.payload.planId, { ...before, ...after(before, entry) })
  }
  return plans
}

function after(told: Told, entry: PlanEntry): Partial<Told> {
  switch (entry.type) {
    case 'harassment.plan-proposed':
      return { versions: [proposed(entry), ...told.versions] }
    case 'harassment.plan-agreed':
      return { versions: decided(told, entry.payload.version, entry, 'agreed', null) }
    case 'harassment.plan-declined': {
      const { version, reason } = entry.payload
      return { versions: decided(told, version, entry, 'declined', reason) }
    }
    case 'harassment.plan-appealed':
      return { appeals: [...told.appeals, noted(entry)] }
    case 'harassment.plan-appeal-answered':
      return { appeals: answered(told, entry) }
    case 'harassment.plan-lifted':
      return { lifted: { reason: entry.payload.reason, byName: entry.byName, at: entry.at } }
    default:
      return {}
  }
}

type Of<T extends PlanEntry['type']> = Extract<PlanEntry, { type: T }>

function proposed({ payload, by, byName, at }: Of<'harassment.plan-proposed'>): Version {
  const { version, terms, because } = payload
  const author = { proposedBy: by, proposedByName: byName, proposedAt: at }
  const open = { decidedBy: null, decidedByName: null, decidedAt: null, reason: null }
  return { version, terms, because, ...author, ...open, outcome: 'waiting' }
}

function decided(
  { versions }: Told,
  version: number,
  { by, byName, at }: Pick<PlanEntry, 'by' | 'byName' | 'at'>,
  outcome: 'agreed' | 'declined',
  reason: string | null,
): Version[] {
  const decision = { decidedBy: by, decidedByName: byName, decidedAt: at, outcome, reason }
  return versions.map((each) => (each.version === version ? { ...each, ...decision } : each))
}

function noted({ payload, byName }: Of<'harassment.plan-appealed'>): Plan['appeals'][number] {
  const { appealId, words, cameBy, receivedOn } = payload
  return { appealId, words, cameBy, receivedOn, notedByName: byName, answer: null }
}

function answered(
  { appeals }: Told,
  entry: Of<'harassment.plan-appeal-answered'>,
): Told['appeals'] {
  const { appealId, outcome, words } = entry.payload
  const answer = { outcome, words, byName: entry.byName, at: entry.at }
  return appeals.map((each) => (each.appealId === appealId ? { ...each, answer } : each))
}

export function isPlanEntry<E extends { readonly type: string; readonly payload: unknown }>(
  entry: E,
): entry is E & PlanEntry {
  return Object.hasOwn(plansEvents, entry.type)
}

const danger: readonly CueCode[] = ['safety_accident', 'customer_crisis']

/** Somebody is hurt or may be: no plan stands in its way. */
export function isSafetyMatter({ isSafety, safety, cues }: SafetyOf): boolean {
  const isHarmed = safety?.harm === 'injured' || safety?.harm === 'near-miss'
  return isSafety || isHarmed || cues.some(({ code }) => danger.includes(code))
}

type SafetyOf = Pick<CaseRecord, 'isSafety' | 'safety' | 'cues'>

// What is asked for is no reason by itself, however much it is.
const manners: readonly CueCode[] = [
  'threat_harm',
  'confinement',
  'refuses_to_leave',
  'demands_prostration',
  'insult',
  'sexual',
  'prolonging',
  'demands_personal_info',
  'threat_exposure',
]

/** What of a record can be given as a reason, the latest first: the words as they were said, with their entry. */
export function reasonsIn(
  entries: readonly Recorded[],
  record: Pick<CaseRecord, 'cues' | 'demands'>,
) {
  const said = record.cues
    .filter(({ code, speaker }) => speaker === 'customer' && manners.includes(code))
    .map(({ sequence, at, words }) => ground('said', sequence, at, words))
  const written = entries.flatMap((entry) => writtenGround(entry, record))
  const all = [...written, ...said].map((each) => ({ ...each, words: each.words.slice(0, 300) }))
  return all.toSorted((a, b) => b.sequence - a.sequence).slice(0, mostGrounds)
}

function writtenGround(entry: Recorded, { demands }: Pick<CaseRecord, 'demands'>): Ground[] {
  const { type, payload, sequence, at } = entry
  switch (type) {
    case 'complaints.caution-noted':
      return [{ kind: 'caution', sequence, on: payload.happenedOn, words: payload.words }]
    case 'harassment.verdict-decided':
      return payload.verdict === 'is' && payload.reason !== ''
        ? [ground('judgement', sequence, at, payload.reason)]
        : []
    case 'harassment.step-taken':
      return payload.quoted === '' ? [] : [ground('step', sequence, at, payload.quoted)]
    case 'complaints.demand-answered': {
      const demand = demands.find(({ ids }) => ids.includes(payload.demandId))
      return demand && payload.answer === 'declined'
        ? [ground('refused-demand', sequence, at, demand.words)]
        : []
    }
    default:
      return []
  }
}

const mostGrounds = 30

function ground(kind: Ground['kind'], sequence: number, at: string, words: string): Ground {
  return { kind, sequence, on: tokyoDay(Temporal.Instant.from(at)).toString(), words }
}
