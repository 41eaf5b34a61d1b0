import { isBusinessDay, type BusinessCalendar } from '#kernel/business-calendar.ts'
import { tokyo } from '#kernel/tokyo.ts'
import type { CueCode } from '#features/language/contract.ts'
import { missings, type Missing } from '../contract.ts'
import type { Plan, Risk, RiskReason } from './contract.ts'

/** What the record knows that makes a visit more dangerous. */
export type Known = {
  /** In the order heard: code and words. */
  readonly cues: readonly { readonly code: CueCode; readonly words: string }[]
  /** Visits of this complaint that were reported as loud, or had an alarm that was meant: days, ISO. */
  readonly loudOn: readonly string[]
  readonly alarmsOn: readonly string[]
}

const heardIn: readonly {
  readonly reason: RiskReason
  readonly codes: readonly CueCode[]
  readonly isGrave: boolean
}[] = [
  { reason: 'threat', codes: ['threat_harm'], isGrave: true },
  { reason: 'confinement', codes: ['confinement', 'refuses_to_leave'], isGrave: true },
  { reason: 'prostration', codes: ['demands_prostration'], isGrave: true },
  { reason: 'money', codes: ['asks_compensation', 'hints_money'], isGrave: false },
  { reason: 'anger', codes: ['anger_high', 'insult', 'sexual'], isGrave: false },
  { reason: 'prolonging', codes: ['prolonging'], isGrave: false },
  { reason: 'demands-visit', codes: ['demands_visit'], isGrave: false },
]

/** So many lesser reasons together are a high risk. Our own line; no authority draws one. */
export const lesserForHigh = 3
const morning = 8
const evening = 18

/** Pure: the same plan and record give the same risk, with every reason. Nothing takes a reason away. */
export function riskOf(plan: Plan, known: Known, calendar: BusinessCalendar): Risk {
  const reasons = [...fromRecord(known), ...fromPlan(plan, calendar)]
  const lesser = reasons.filter(({ isGrave }) => !isGrave).length
  const isHigh = lesser < reasons.length || lesser >= lesserForHigh
  return { level: isHigh ? 'high' : lesser > 0 ? 'raised' : 'low', reasons }
}

function fromRecord({ cues, loudOn, alarmsOn }: Known): Risk['reasons'] {
  const heard = heardIn.flatMap(({ reason, codes, isGrave }) => {
    const first = cues.find(({ code }) => codes.includes(code))
    return first ? [{ reason, isGrave, words: first.words }] : []
  })
  const [loud, alarmed] = [loudOn.at(-1), alarmsOn.at(-1)]
  return [
    ...(alarmed ? [{ reason: 'earlier-alarm' as const, isGrave: true, words: alarmed }] : []),
    ...(loud ? [{ reason: 'earlier-loud' as const, isGrave: true, words: loud }] : []),
    ...heard,
  ]
}

function fromPlan(plan: Plan, calendar: BusinessCalendar): Risk['reasons'] {
  const [from, to] = [local(plan.startsAt), local(plan.backBy)]
  const isNight = from.hour < morning || from.hour >= evening || to.hour >= evening + 1
  const found: [RiskReason, boolean][] = [
    ['night', isNight],
    ['holiday', isOnHoliday(plan, calendar)],
    ['home', plan.isHome],
    ['inside', plan.place === 'inside'],
    ['alone', plan.visitorIds.length === 1 && plan.outsideIds.length === 0],
    ['several-there', plan.peopleThere > 1],
  ]
  return found.flatMap(([reason, isSo]) => (isSo ? [{ reason, isGrave: false, words: null }] : []))
}

export function isOnHoliday(plan: Pick<Plan, 'startsAt'>, calendar: BusinessCalendar): boolean {
  return !isBusinessDay(calendar, local(plan.startsAt).toPlainDate())
}

function local(instant: string) {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(tokyo)
}

export type Standing = {
  readonly risk: Risk
  readonly isHoliday: boolean
  readonly isApproved: boolean
  /** Those of the visitors who have not chosen their PINs. */
  readonly withoutPin: readonly string[]
}

/** Has something come since that whoever approved it did not know? Then it is asked again. */
export function hasGrown({ reasons }: Risk, approvedWith: readonly RiskReason[]): boolean {
  return reasons.some(({ reason }) => !approvedWith.includes(reason))
}

/** High risk: so many go, with whoever waits outside. */
export const fewestWhenHigh = 3

/** What keeps them from leaving, in the order in which it is said. Empty: they may go. */
export function missingOf(plan: Plan, standing: Standing): Missing[] {
  const lacks = { ...ofWords(plan, standing), ...ofPeople(plan, standing) }
  return missings.filter((each) => lacks[each])
}

function ofWords(plan: Plan, { risk, isHoliday, isApproved }: Standing) {
  const isHigh = risk.level === 'high'
  return {
    purpose: plan.purpose === '',
    'agreed-words': plan.agreedWords === '',
    'holiday-words': isHoliday && plan.holidayWords === '',
    address: plan.address === '',
    entrance: isHigh && plan.place === 'inside',
    sign: plan.sign === '',
    question: plan.question === '',
    'back-by': Temporal.Instant.compare(plan.backBy, plan.startsAt) <= 0,
    approval: isHigh && !isApproved,
  }
}

function ofPeople(plan: Plan, { risk, withoutPin }: Standing) {
  const { visitorIds, outsideIds, watcherId } = plan
  const isHigh = risk.level === 'high'
  const going = new Set([...visitorIds, ...outsideIds])
  return {
    visitor: visitorIds.length === 0,
    watcher: watcherId === null,
    'watcher-visits': watcherId !== null && going.has(watcherId),
    outside: isHigh && outsideIds.length === 0,
    'outside-visits': outsideIds.some((each) => visitorIds.includes(each)),
    people: isHigh && going.size < fewestWhenHigh,
    pin: withoutPin.length > 0,
  }
}
