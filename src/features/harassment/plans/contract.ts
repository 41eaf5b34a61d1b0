import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line, words } from '#kernel/fields.ts'

/** How the company and the customer may be in touch while a plan holds. What comes in is taken in any way. */
export const ways = ['phone', 'mail', 'chat', 'letter', 'counter'] as const
export const way = z.enum(ways)
export type Way = z.output<typeof way>

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** When the telephone is answered by the window: clock times in Japan. */
export const phoneHours = z.object({
  /** 1 = Monday … 7 = Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: clockTime,
  to: clockTime,
  onHolidays: z.boolean(),
})
export type PhoneHours = z.output<typeof phoneHours>

/** What happened, on a day. `sequence`: the entry of the record that says it; null: only these words do. */
export const reason = z.object({ sequence: z.int().nullable(), on: day, words: line })
export type Reason = z.output<typeof reason>

export const groundKind = z.enum(['judgement', 'step', 'refused-demand', 'caution', 'said'])
/** What of a record can be given as a reason. */
export const ground = reason.extend({ sequence: z.int(), kind: groundKind })
export type Ground = z.output<typeof ground>

/** `matter`: what it was made from, and what belongs to it. `everything`: new matters too; safety never. */
export const covers = ['matter', 'everything'] as const

export const terms = z.object({
  about: line,
  covers: z.enum(covers),
  windowId: id,
  /** Who has it while the window is away. */
  standInId: id.nullable(),
  ways: z.array(way).min(1).max(5),
  /** Null: whenever the desk is open. */
  hours: phoneHours.nullable(),
  /** What the customer is asked to refrain from. */
  refrains: z.array(line).max(10),
  /** What is said when the customer reaches somebody else. */
  say: line,
  reasons: z.array(reason).min(1).max(20),
  /** How, and to whom, the customer can object. */
  objection: line,
  reviewOn: day,
})
export type Terms = z.output<typeof terms>

const ofPlan = { planId: id }
export const namedTerms = terms.extend({
  windowName: z.string(),
  /** How customers are told that name. */
  windowToldAs: z.string(),
  standInName: z.string().nullable(),
})
export type NamedTerms = z.output<typeof namedTerms>

export const departed = ['not-the-window', 'way-not-agreed', 'outside-hours'] as const
export const departure = z.enum(departed)
export type Departure = z.output<typeof departure>

export const plansEvents = {
  'harassment.plan-proposed': z.object({
    ...ofPlan,
    version: z.int(),
    terms: namedTerms,
    /** Why it changes; null for the first. */
    because: z.string().nullable(),
  }),
  'harassment.plan-agreed': z.object({
    ...ofPlan,
    version: z.int(),
    terms: namedTerms,
    proposedByName: z.string(),
  }),
  'harassment.plan-declined': z.object({ ...ofPlan, version: z.int(), reason: z.string() }),
  'harassment.plan-appealed': z.object({
    ...ofPlan,
    appealId: id,
    words: z.string(),
    cameBy: way,
    receivedOn: day,
  }),
  'harassment.plan-appeal-answered': z.object({
    ...ofPlan,
    appealId: id,
    outcome: z.enum(['kept', 'lifted']),
    words: z.string(),
  }),
  'harassment.plan-lifted': z.object({ ...ofPlan, reason: z.string() }),
  /** The day of its review comes, or has come. */
  'harassment.plan-review-due': z.object({ ...ofPlan, reviewOn: day, isToday: z.boolean() }),
  /** What came in was given to the window. */
  'harassment.plan-applied': z.object({ ...ofPlan, windowName: z.string() }),
  'harassment.plan-departed': z.object({
    ...ofPlan,
    way,
    from: z.array(departure),
    reason: z.string(),
  }),
  'harassment.message-taken': z.object({
    ...ofPlan,
    words: z.string(),
    forName: z.string(),
    /** When the window is in touch. */
    nextAt: instant,
  }),
}

/** As it was decided; whether its review is past is a matter of the day. */
export const heldState = z.enum(['proposed', 'in-force', 'declined', 'lifted'])
export const planState = z.enum(['proposed', 'in-force', 'past-review', 'declined', 'lifted'])
export type PlanState = z.output<typeof planState>

export const appeal = z.object({
  appealId: id,
  words: z.string(),
  cameBy: way,
  receivedOn: day,
  notedByName: z.string(),
  answer: z
    .object({
      outcome: z.enum(['kept', 'lifted']),
      words: z.string(),
      byName: z.string(),
      at: instant,
    })
    .nullable(),
})
export type Appeal = z.output<typeof appeal>

/** A version that waits for a second person, or one that was decided. */
const version = z.object({
  version: z.int(),
  terms: namedTerms,
  because: z.string().nullable(),
  proposedBy: z.string(),
  proposedByName: z.string(),
  proposedAt: instant,
  decidedBy: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  outcome: z.enum(['waiting', 'agreed', 'declined']),
  /** Why it was declined. */
  reason: z.string().nullable(),
})
export type Version = z.output<typeof version>

export const plan = z.object({
  id,
  complaintId: id,
  number: z.string(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  state: planState,
  /** The one that was agreed last, else the one that waits or was declined. */
  terms: namedTerms,
  /** Agreed and waiting ones, the latest first. */
  versions: z.array(version),
  appeals: z.array(appeal),
  lifted: z.object({ reason: z.string(), byName: z.string(), at: instant }).nullable(),
})
export type Plan = z.output<typeof plan>

/** What whoever is in touch with a customer must see of a plan that holds. */
export const standing = z.object({
  planId: id,
  complaintId: id,
  number: z.string(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  terms: namedTerms,
  /** A new matter that the plan does not cover, or a matter of safety: shown, and nothing asks for it. */
  restricts: z.boolean(),
  why: z.enum(['covered', 'new-matter', 'safety']),
  /** The window answers the telephone now. */
  isOpenNow: z.boolean(),
  /** When it does next. */
  nextAt: instant,
})
export type Standing = z.output<typeof standing>

/** Somebody who may be the same person; people decide, and nothing is restricted. */
export const perhaps = standing.extend({ by: z.enum(['phone', 'email', 'name', 'kana']) })
export type Perhaps = z.output<typeof perhaps>

export const planSettings = z.object({
  usualDays: z.int().min(7).max(365),
  longestDays: z.int().min(7).max(365),
  deciderIds: z.array(id).max(50),
  objection: line,
})
export type PlanSettings = z.output<typeof planSettings>

const onComplaint = z.object({ complaintId: id })
const onPlan = z.object({ planId: id })
const done = z.object({ planId: id, complaintId: id, head: z.int() })

export const listPlans = endpoint({
  method: 'get',
  path: '/api/harassment/plans',
  summary: 'Contact plans by the day of their review: those in force, past it, or waiting.',
  answer: z.object({ plans: z.array(plan) }),
})
export const readCustomerPlans = endpoint({
  method: 'get',
  path: '/api/harassment/customers/:customerId/plans',
  summary: 'Every contact plan of a customer with its history.',
  params: z.object({ customerId: id }),
  answer: z.object({ plans: z.array(plan) }),
})
export const readStanding = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/contact-plan',
  summary: 'The contact plans that hold today for whoever complains, and for who may be the same.',
  params: onComplaint,
  answer: z.object({ holds: z.array(standing), perhaps: z.array(perhaps) }),
})
export const readCallerPlans = endpoint({
  method: 'get',
  path: '/api/harassment/callers/:customerId/contact-plan',
  summary: 'The contact plans that hold today for who may be on the line.',
  params: z.object({ customerId: id }),
  answer: z.object({ holds: z.array(standing) }),
})
export const readGrounds = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/contact-plan/grounds',
  summary: 'What of the record can be a reason: refused demands, dated facts, what was said.',
  params: onComplaint,
  answer: z.object({ grounds: z.array(ground) }),
})
export const proposePlan = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/contact-plan',
  summary: 'Propose a contact plan; it holds when a second person has agreed.',
  params: onComplaint,
  body: command.extend({ terms }),
  answer: done,
})
export const changePlan = endpoint({
  method: 'post',
  path: '/api/harassment/plans/:planId/versions',
  summary: 'Propose other terms or a later review; the old ones hold until a second person agrees.',
  params: onPlan,
  body: command.extend({ terms, because: line }),
  answer: done,
})
export const agreePlan = endpoint({
  method: 'post',
  path: '/api/harassment/plans/:planId/agreeing',
  summary: 'The second person agrees to what waits.',
  params: onPlan,
  body: command.extend({ version: z.int() }),
  answer: done,
})
export const declinePlan = endpoint({
  method: 'post',
  path: '/api/harassment/plans/:planId/declining',
  summary: 'What waits is not agreed, and why.',
  params: onPlan,
  body: command.extend({ version: z.int(), reason: line }),
  answer: done,
})
export const noteAppeal = endpoint({
  method: 'post',
  path: '/api/harassment/plans/:planId/appeals',
  summary: 'The customer objects: their words, how and when they came.',
  params: onPlan,
  body: command.extend({ words, cameBy: way, receivedOn: day }),
  answer: done,
})
export const answerAppeal = endpoint({
  method: 'post',
  path: '/api/harassment/plans/:planId/appeals/:appealId/answer',
  summary: 'Somebody who did not decide answers an objection; the plan stays or is lifted.',
  params: onPlan.extend({ appealId: id }),
  body: command.extend({ outcome: z.enum(['kept', 'lifted']), words }),
  answer: done,
})
export const liftPlan = endpoint({
  method: 'post',
  path: '/api/harassment/plans/:planId/lifting',
  summary: 'The plan holds no longer, and why.',
  params: onPlan,
  body: command.extend({ reason: line }),
  answer: done,
})
export const departFromPlan = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/contact-plan/departures',
  summary: 'Say why one answers otherwise than the plan has it: for this complaint, for an hour.',
  params: onComplaint,
  body: command.extend({ way, reason: line }),
  answer: done,
})
export const takeMessage = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/contact-plan/messages',
  summary: 'Take a message for the window: it gets the complaint and a promise to be in touch.',
  params: onComplaint,
  body: command.extend({ words }),
  answer: done,
})
export const readPlanSettings = endpoint({
  method: 'get',
  path: '/api/harassment/plan-settings',
  summary: 'How long plans hold, who agrees, and how customers object.',
  answer: planSettings,
})
export const changePlanSettings = endpoint({
  method: 'put',
  path: '/api/harassment/plan-settings',
  summary: 'How long plans hold, who agrees, and how customers object (administrators).',
  body: planSettings,
  answer: planSettings,
})
