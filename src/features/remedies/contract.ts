import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line, words } from '#kernel/fields.ts'
import { answeringFunction, cause, channel } from '#features/complaints/contract.ts'

export const remedyKinds = [
  'exchange',
  'refund',
  'partial-refund',
  'shipping-refund',
  'repair',
  'redelivery',
  'discount',
  'coupon',
  'explanation',
  'apology',
] as const
export const remedyKind = z.enum(remedyKinds)
export type RemedyKind = z.output<typeof remedyKind>
/** Those that cost an amount, and so need a limit. */
export const moneyKinds: readonly RemedyKind[] = [
  'refund',
  'partial-refund',
  'shipping-refund',
  'discount',
  'coupon',
]

/** One row of the decision table: when it matches, this may be offered, by whom, up to how much. */
export const remedyRule = z.object({
  id,
  code: z.string(),
  name: z.string(),
  /** Conditions; an empty list or null matches everything. */
  causes: z.array(cause),
  /** Which function of the company answers for the cause. */
  functions: z.array(answeringFunction).optional(),
  /** May be offered before the cause is known: the customer need not wait for our inquiry. */
  causeMayBeUnknown: z.boolean().optional(),
  /** One word, or several with 、 between them: any of them. */
  productContains: z.string().nullable(),
  /** From the purchase to the day the customer told us: not before so many days, and within so many. */
  fromDays: z.int().nonnegative().nullish(),
  withinDays: z.int().positive().nullable(),
  /** What was paid, in yen, both ends included. */
  priceFrom: z.int().positive().nullish(),
  priceTo: z.int().positive().nullish(),
  /** A fact that is confirmed, and not the customer's own doing. */
  needsConfirmedFact: z.boolean(),
  kind: remedyKind,
  label: z.string(),
  /** The sentence an operator may say. */
  say: z.string(),
  maxYen: z.int().nonnegative().nullable(),
  maxPercent: z.int().min(1).max(100).nullable(),
  grantedBy: z.enum(['operator', 'supervisor', 'admin']),
  clause: z.string(),
  clauseText: z.string(),
  evidence: z.string().nullable(),
  isActive: z.boolean(),
  /** Among rows for the same remedy that fit the same case the lowest number wins; without numbers none may overlap. */
  priority: z.int().min(1).max(999).nullish(),
  /** In force on these days in Japan, both included. */
  effectiveFrom: day.nullish(),
  effectiveUntil: day.nullish(),
})
export type RemedyRule = z.output<typeof remedyRule>

export const offerAnswer = z.enum(['pending', 'accepted', 'rejected', 'considering'])

/** What we do next because it was agreed, by a day or by a time on it: each becomes a promise in the ledger. */
export const followThrough = z.object({
  words: line,
  on: day,
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
})
export type FollowThrough = z.output<typeof followThrough>

export const remediesEvents = {
  'remedies.offered': z.object({
    offerId: id,
    ruleId: id,
    ruleCode: z.string(),
    kind: remedyKind,
    label: z.string(),
    amountYen: z.int().nullable(),
    clause: z.string(),
    words: z.string(),
    feasibility: z.string().nullable(),
    /** The version of the table that stood then. */
    tableVersion: z.int().optional(),
    /** Beyond the authority of whoever offered it; somebody else had granted it. */
    approvalId: id.optional(),
    /** What the row wants to be shown and had not come in: offered on condition, and not agreed before it is there. */
    awaits: z.string().optional(),
  }),
  'remedies.answered': z.object({
    offerId: id,
    label: z.string(),
    answer: z.enum(['accepted', 'rejected', 'considering']),
    words: z.string(),
    /** Until when the customer thinks it over: then we ask. */
    until: day.optional(),
  }),
  'remedies.feasibility-told': z.object({
    ruleId: id,
    label: z.string(),
    isFeasible: z.boolean(),
    words: z.string(),
    source: z.enum(['connector', 'operator']),
  }),
  'remedies.agreed': z.object({
    agreementId: id,
    offerIds: z.array(id),
    labels: z.array(z.string()),
    words: z.string(),
    confirmedHow: z.enum(['repeated-aloud', 'in-writing', 'portal']),
    /** Through which channel they agreed. */
    channel: channel.optional(),
    followThrough: z.array(followThrough).optional(),
  }),
  'remedies.agreement-withdrawn': z.object({ agreementId: id, reason: z.string() }),
}

/** What stands between a rule that fits and the offer. Unknown things are asked for, not taken for a no. */
export const obstacles = [
  'cause-unknown',
  'product-unknown',
  'purchase-unknown',
  'too-late',
  'fact-unconfirmed',
  'price-unknown',
  'over-cap',
  'beyond-authority',
] as const
export type Obstacle = (typeof obstacles)[number]

/** A remedy that the rules allow here and now, or the reason why not yet. */
export const remedyOption = z.object({
  rule: remedyRule,
  allowed: z.boolean(),
  /** The most that may be offered in this case; for a full refund, the price. Null: no amount, or not known yet. */
  maxYen: z.int().nullable(),
  obstacles: z.array(z.enum(obstacles)),
  /** What the row wants to be shown and the record does not hold: offered only on condition, or by an approval. */
  awaits: z.string().nullable(),
})
export type RemedyOption = z.output<typeof remedyOption>

export const offer = z.object({
  id,
  ruleId: id,
  kind: remedyKind,
  label: z.string(),
  amountYen: z.int().nullable(),
  clause: z.string(),
  words: z.string(),
  feasibility: z.string().nullable(),
  tableVersion: z.int().optional(),
  /** Still to be shown before it is agreed. */
  awaits: z.string().nullable(),
  answer: offerAnswer,
  answerWords: z.string().nullable(),
  /** While they think it over. */
  until: day.nullable(),
  offeredAt: instant,
  offeredByName: z.string(),
})
export type Offer = z.output<typeof offer>

export const agreement = z.object({
  id,
  words: z.string(),
  labels: z.array(z.string()),
  confirmedHow: z.string(),
  channel: channel.nullable(),
  agreedAt: instant,
})

export const remediesOfComplaint = z.object({
  options: z.array(remedyOption),
  offers: z.array(offer),
  agreement: agreement.nullable(),
})
export type RemediesOfComplaint = z.output<typeof remediesOfComplaint>

const onComplaint = z.object({ complaintId: id })
const answered = z.object({ head: z.int() })

export const readRemedies = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/remedies',
  summary:
    'What the company rules allow for this complaint, what was offered, answered and agreed.',
  params: onComplaint,
  answer: remediesOfComplaint,
})
export const offerRemedy = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/offers',
  summary:
    'Offer a remedy that a rule allows; beyond the authority of the viewer it is refused with the way on.',
  params: onComplaint,
  body: command.extend({
    ruleId: id,
    amountYen: z.int().nonnegative().optional(),
    words: words.optional(),
    feasibility: line.optional(),
    /** On condition that what the row wants to be shown comes in; without it such an offer is refused. */
    onceShown: z.boolean().optional(),
    /** What was granted beyond one's authority; for something outside the table it is the `ruleId`, too. */
    approvalId: id.optional(),
  }),
  answer: answered.extend({ offer }),
})
export const answerOffer = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/offers/:offerId/answers',
  summary: "Record the customer's answer to one option, in their words.",
  params: onComplaint.extend({ offerId: id }),
  body: command.extend({
    answer: z.enum(['accepted', 'rejected', 'considering']),
    words: line,
    until: day.optional(),
  }),
  answer: answered,
})
export const agreeRemedies = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/agreement',
  summary: 'Record the agreement: the words as repeated to the customer, and how it was confirmed.',
  params: onComplaint,
  body: command.extend({
    offerIds: z.array(id).max(20),
    words,
    confirmedHow: z.enum(['repeated-aloud', 'in-writing', 'portal']),
    channel: channel.optional(),
    followThrough: z.array(followThrough).max(10).default([]),
  }),
  answer: answered,
})
export const withdrawAgreement = endpoint({
  method: 'delete',
  path: '/api/complaints/:complaintId/agreement',
  summary: 'Take the agreement back, with a reason.',
  params: onComplaint,
  body: command.extend({ reason: line }),
  answer: answered,
})
export const listRemedyRules = endpoint({
  method: 'get',
  path: '/api/remedies/rules',
  summary: 'The decision table.',
  answer: z.object({ rules: z.array(remedyRule) }),
})
