import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'
import { cue } from '#features/language/contract.ts'

export const channels = [
  'phone',
  'mail',
  'web-form',
  'chat',
  'counter',
  'letter',
  'visit',
  'review',
  'import',
  'api',
] as const
export const channel = z.enum(channels)
export type Channel = z.output<typeof channel>

/** I6: the top level; company categories come below it. */
export const causes = ['expectation', 'defect', 'attitude', 'misunderstanding', 'emotion'] as const
export const cause = z.enum(causes)
export const functions = [
  'product',
  'logistics',
  'sales',
  'store',
  'support',
  'billing',
  'desk',
  'other',
] as const
/** A function of the company answers for a cause, never a person. */
export const answeringFunction = z.enum(functions)

export const severity = z.enum(['low', 'medium', 'high', 'critical'])
export type Severity = z.output<typeof severity>

/** How hard it is to find out and to decide. */
export const complexity = z.enum(['simple', 'involved', 'difficult'])
/** How many it reaches: this customer, a few more, or people we do not know. */
export const impact = z.enum(['one', 'several', 'widespread'])
/** What must be done at once, in words; not needed is an answer, too. */
export const immediateAction = z.object({
  isNeeded: z.boolean(),
  words: z.string().trim().max(500).default(''),
})

/** Derived from the record, never set by hand. */
export const complaintState = z.enum(['received', 'handling', 'awaiting-agreement', 'closed'])
export type ComplaintState = z.output<typeof complaintState>

export const outcomes = [
  'resolved',
  'partly-resolved',
  'declined',
  'withdrawn',
  'no-contact',
] as const
export const outcome = z.enum(outcomes)

export const factTopics = [
  'what',
  'when',
  'where',
  'who',
  'how',
  'harm',
  'cause',
  'contract',
] as const
export const factTopic = z.enum(factTopics)
/** Whose doing a confirmed fact is. Only `us` opens an apology for the fault itself. */
export const attribution = z.enum(['us', 'customer', 'third-party', 'nobody', 'unknown'])

export const demandKinds = [
  'refund',
  'exchange',
  'repair',
  'explanation',
  'apology',
  'compensation',
  'visit',
  'document',
  'deadline',
  'prostration',
  'punishment',
  'personal-info',
  'other',
] as const
export const demandKind = z.enum(demandKinds)
export const demandAnswer = z.enum(['accepted', 'declined', 'deferred'])
/** Is there a reason for it in the facts and in the company's rules? */
export const demandContents = ['justified', 'partly', 'unfounded'] as const
export const demandContent = z.enum(demandContents)

export const customerFields = z.object({
  name: z.string().trim().max(100).optional(),
  kana: z.string().trim().max(100).optional(),
  phone: z.string().trim().max(40).optional(),
  email: z.string().trim().max(200).optional(),
  postcode: z.string().trim().max(12).optional(),
  address: z.string().trim().max(300).optional(),
})
export type CustomerFields = z.output<typeof customerFields>

/** I2: what is asked for; only words and channel are required, the guide asks for the rest. */
export const details = z.object({
  subject: z.string().trim().max(200).optional(),
  product: z.string().trim().max(200).optional(),
  orderNumber: z.string().trim().max(80).optional(),
  lot: z.string().trim().max(80).optional(),
  happenedOn: z.string().trim().max(80).optional(),
  happenedWhere: z.string().trim().max(200).optional(),
  expectedOutcome: z.string().trim().max(2000).optional(),
  price: z.int().nonnegative().optional(),
  purchasedOn: day.optional(),
})
export type Details = z.output<typeof details>

export const complaintsEvents = {
  'complaints.received': z.object({
    number: z.string(),
    channel,
    words: z.string(),
    receivedAt: instant,
    customer: customerFields.extend({ customerId: id.optional() }),
    details,
    isAboutHandling: z.boolean().optional(),
    /** What was heard in the own words when they came in writing. */
    cues: z.array(cue).optional(),
    /** Where it was taken from, with the row as it stood there. */
    source: z
      .object({
        system: z.string(),
        reference: z.string(),
        row: z.record(z.string(), z.string()).optional(),
      })
      .optional(),
  }),
  'complaints.described': details,
  'complaints.customer-identified': customerFields.extend({ customerId: id }),
  'complaints.noted': z.object({
    speaker: z.enum(['customer', 'operator', 'internal']),
    text: z.string(),
    cues: z.array(cue),
    callId: id.optional(),
    /** Heard by speech-to-text: the sender's id, and when it was said. */
    utterance: z.object({ id, at: instant }).optional(),
    /** Said before it came here: when and by whom, as far as where it was taken from knew. */
    told: z.object({ at: instant.nullable(), byName: z.string() }).optional(),
    /** Written in a chat, where both sides read it: the id its sender gave it. */
    chat: z.object({ messageId: id }).optional(),
  }),
  'complaints.concern-raised': z.object({ concernId: id, words: z.string() }),
  'complaints.concern-settled': z.object({ concernId: id, how: z.string() }),
  'complaints.fact-claimed': z.object({
    factId: id,
    topic: factTopic,
    statement: z.string(),
    source: z.string(),
  }),
  'complaints.fact-confirmed': z.object({
    factId: id,
    topic: factTopic,
    statement: z.string(),
    source: z.string(),
    attributedTo: attribution,
  }),
  'complaints.fact-withdrawn': z.object({ factId: id, reason: z.string() }),
  'complaints.safety-checked': z.object({
    harm: z.enum(['none', 'near-miss', 'injured', 'unknown']),
    words: z.string(),
  }),
  'complaints.demand-made': z.object({ demandId: id, kind: demandKind, words: z.string() }),
  'complaints.demand-answered': z.object({
    demandId: id,
    answer: demandAnswer,
    words: z.string(),
    ground: z.string().optional(),
    alternative: z.string().optional(),
    /** What is asked for, judged apart from the manner of asking, by whoever answers. */
    content: demandContent.optional(),
  }),
  'complaints.assessed': z.object({
    severity,
    isSafety: z.boolean(),
    complexity: complexity.optional(),
    impact: impact.optional(),
    immediateAction: immediateAction.optional(),
    reason: z.string(),
  }),
  'complaints.cause-found': z.object({
    cause,
    detail: z.string(),
    answeringFunction,
  }),
  'complaints.assigned': z.object({ memberId: id, memberName: z.string() }),
  'complaints.closed': z.object({
    outcome,
    agreement: z.object({ words: z.string() }).nullable(),
    reason: z.string().nullable(),
  }),
  'complaints.reopened': z.object({ reason: z.string() }),
  'complaints.personal-data-erased': z.object({
    reason: z.string(),
    entries: z.int(),
    // The closing itself is erased; that it was closed, and how, is not.
    outcome,
  }),
}

export const fact = z.object({
  id,
  topic: factTopic,
  statement: z.string(),
  source: z.string(),
  status: z.enum(['claimed', 'confirmed', 'withdrawn']),
  attributedTo: attribution.nullable(),
})
export type Fact = z.output<typeof fact>

export const concern = z.object({ id, words: z.string(), isSettled: z.boolean() })
export const demand = z.object({
  id,
  kind: demandKind,
  words: z.string(),
  timesMade: z.int(),
  answer: demandAnswer.nullable(),
  answerWords: z.string().nullable(),
  ground: z.string().nullable(),
  alternative: z.string().nullable(),
  content: demandContent.nullable(),
  /** Every answer in its order. */
  answers: z.array(z.object({ answer: demandAnswer, at: instant, byName: z.string() })),
})

/** One complaint as the case desk shows it. */
export const complaint = z.object({
  id,
  number: z.string(),
  head: z.int(),
  channel,
  state: complaintState,
  subject: z.string(),
  words: z.string(),
  receivedAt: instant,
  customer: customerFields.extend({ customerId: id.nullable() }),
  details,
  severity: severity.nullable(),
  isSafety: z.boolean(),
  owner: z.object({ memberId: id, name: z.string() }).nullable(),
  cause: z.object({ cause, detail: z.string(), answeringFunction }).nullable(),
  concerns: z.array(concern),
  facts: z.array(fact),
  demands: z.array(demand),
  closing: z
    .object({
      outcome,
      agreementWords: z.string().nullable(),
      reason: z.string().nullable(),
      closedAt: instant,
    })
    .nullable(),
  nextDueAt: instant.nullable(),
})
export type Complaint = z.output<typeof complaint>

/** One line of the inbox. */
export const complaintLine = z.object({
  id,
  number: z.string(),
  channel,
  state: complaintState,
  subject: z.string(),
  excerpt: z.string(),
  customerName: z.string().nullable(),
  receivedAt: instant,
  severity: severity.nullable(),
  isSafety: z.boolean(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  nextDueAt: instant.nullable(),
  hasBrokenPromise: z.boolean(),
  isEscalated: z.boolean(),
})
export type ComplaintLine = z.output<typeof complaintLine>

/** Saved views of the inbox; `all` is everything not closed and closed alike. */
export const views = [
  'open',
  'mine',
  'unassigned',
  'due-today',
  'broken',
  'safety',
  'escalated',
  'closed',
  'all',
] as const
export const view = z.enum(views)
export type View = z.output<typeof view>

const onComplaint = z.object({ complaintId: id })

export const readComplaint = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId',
  summary: 'One complaint as it stands now.',
  params: onComplaint,
  answer: complaint,
})
/** Which part of a list: after the line `cursor`, right before the line `before`, or after so many. None: its start. */
export const listPlace = z.object({
  cursor: z.string().max(200).optional(),
  before: z.string().max(200).optional(),
  skip: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type ListPlace = z.output<typeof listPlace>
/**
 * `counted`: a search counts all it finds (up to 10,000) and not only what it read for the page, which is there sooner. Any other
 * list is always counted.
 */
export const listCounting = z.object({
  counted: z.union([z.boolean(), z.stringbool()]).default(false),
})
/** `isAtLeast`: there are at least `total`, and no more were counted. */
export const listTotal = z.object({ total: z.int(), isAtLeast: z.boolean() })
export const listComplaints = endpoint({
  method: 'get',
  path: '/api/complaints',
  summary: 'One page of a view, newest or most urgent first; `words` searches the record.',
  query: z.object({
    view: view.default('open'),
    words: z.string().trim().max(200).optional(),
    ...listPlace.shape,
    ...listCounting.shape,
  }),
  answer: z.object({
    complaints: z.array(complaintLine),
    ...listTotal.shape,
    next: z.string().nullable(),
  }),
})
export const countViews = endpoint({
  method: 'get',
  path: '/api/complaints/views',
  summary: 'How many complaints each saved view holds.',
  answer: z.object({ counts: z.record(view, z.int()) }),
})
