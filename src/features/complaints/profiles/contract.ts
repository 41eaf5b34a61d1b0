import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant, line } from '#kernel/fields.ts'
import { channel, channels, complaintState, customerFields } from '#features/complaints/contract.ts'

/** What is known of a customer, field by field. */
export const customerField = customerFields.keyof()
export const customerFieldNames = customerField.options
export type CustomerField = z.output<typeof customerField>

/** One answer for each detail; those that are left out are decided by the rule. */
function perField<A extends z.ZodType>(answer: A) {
  const one = answer.optional()
  return z.object({ name: one, kana: one, phone: one, email: one, postcode: one, address: one })
}

/** How two customers belong together, seen from the one whose record says it. */
export const linkKinds = [
  'family',
  'company',
  'member',
  'proxy-for',
  'represented-by',
  'other',
] as const
export const linkKind = z.enum(linkKinds)
export type LinkKind = z.output<typeof linkKind>

const because = { reason: line }
const moved = z.object({
  fromId: id,
  intoId: id,
  /** Of a complaint that changes its customer, or of one whose customer stays. */
  side: z.enum(['moved', 'stayed']),
  /** What was known of its customer, and what is known from now on. */
  before: customerFields,
  after: customerFields.nullable(),
  ...because,
})

/** What is said of a customer stands in the records of their complaints, and goes where these go. */
export const profilesEvents = {
  'complaints.customers-merged': moved.extend({
    mergeId: id,
    /** Details of the customer who was kept that came from the other one. */
    taken: z.array(customerField),
  }),
  'complaints.customers-merge-undone': moved.extend({ mergeId: id }),
  'complaints.customer-split': moved.extend({ splitId: id }),
  'complaints.customers-linked': z.object({
    linkId: id,
    /** Whoever this complaint belongs to is meant, also after customers were merged or split. */
    otherComplaintId: id,
    kind: linkKind,
    since: day.nullable(),
    source: z.string(),
  }),
  'complaints.customers-unlinked': z.object({ linkId: id, ...because }),
  'complaints.proxy-named': z.object({
    proxyId: id,
    name: z.string(),
    relation: z.string(),
    mayBeTold: z.string(),
    evidence: z.string(),
    until: day.nullable(),
  }),
  'complaints.proxy-ended': z.object({ proxyId: id, ...because }),
  'complaints.caution-noted': z.object({
    cautionId: id,
    happenedOn: day,
    words: z.string(),
    source: z.string(),
    reviewOn: day,
  }),
  'complaints.caution-prolonged': z.object({ cautionId: id, reviewOn: day, ...because }),
  'complaints.caution-ended': z.object({ cautionId: id, ...because }),
}

const written = z.object({
  at: instant,
  byName: z.string(),
  complaintId: id,
  number: z.string(),
})
const ofProxy = profilesEvents['complaints.proxy-named']
const ofCaution = profilesEvents['complaints.caution-noted']
/** `reviewOn`: the day that holds now; who has moved it, the latest first. */
const caution = written.extend(ofCaution.shape).extend({
  isOver: z.boolean(),
  prolonged: z.array(
    z.object({ at: instant, byName: z.string(), reviewOn: day, reason: z.string() }),
  ),
})
const proxy = written.extend(ofProxy.shape).extend({ isOver: z.boolean() })

/** Everything about one customer, on one page. */
export const customerPage = z.object({
  customerId: id,
  customer: customerFields,
  /** Changes when complaints or details of this customer do; a merge or split that saw another one is refused. */
  version: z.string(),
  complaints: z.array(
    z.object({
      id,
      number: z.string(),
      subject: z.string(),
      state: complaintState,
      channel,
      receivedAt: instant,
      nextDueAt: instant.nullable(),
      hasBrokenPromise: z.boolean(),
      ownerName: z.string().nullable(),
    }),
  ),
  /** Every name, number and address that was ever told, the latest first. */
  told: z.array(written.omit({ byName: true }).extend({ field: customerField, value: z.string() })),
  contacts: z.array(
    written.omit({ byName: true }).extend({
      how: z.enum([...channels, 'call-in', 'call-out', 'mail-in', 'letter-out']),
      subject: z.string().nullable(),
    }),
  ),
  /** What was offered, and the last answer to it; null: none yet. */
  remedies: z.array(
    written.extend({
      offerId: id,
      label: z.string(),
      amountYen: z.int().nullable(),
      answer: z.enum(['accepted', 'rejected', 'considering']).nullable(),
    }),
  ),
  agreements: z.array(written.extend({ words: z.string(), isWithdrawn: z.boolean() })),
  links: z.array(
    written.extend({
      linkId: id,
      customerId: id,
      name: z.string().nullable(),
      kind: linkKind,
      since: day.nullable(),
      source: z.string(),
    }),
  ),
  proxies: z.array(proxy),
  cautions: z.array(caution),
  merges: z.array(
    written.extend({
      mergeId: id,
      reason: z.string(),
      before: customerFields,
      complaints: z.int(),
      undoUntil: instant,
      canBeUndone: z.boolean(),
    }),
  ),
  /** Seen from the record that was split; `splitId` is the customer who was split off. */
  splits: z.array(
    written.extend({
      splitId: id,
      name: z.string().nullable(),
      reason: z.string(),
      undoUntil: instant,
      canBeUndone: z.boolean(),
    }),
  ),
})
export type CustomerPage = z.output<typeof customerPage>

const onCustomer = z.object({ customerId: id })
const root = '/api/complaints/customers/:customerId'
/** Whose page to show now. */
const answered = z.object({ customerId: id })
/** Of the page or the preview that was looked at. */
const version = z.string().max(100).optional()

export const readCustomer = endpoint({
  method: 'get',
  path: root,
  summary:
    'Everything about one customer. Of a record that was merged away: the one that stands (see customerId).',
  params: onCustomer,
  answer: customerPage,
})
export const readInForce = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/customer-facts',
  summary: 'Dated facts and proxies in force of whoever complains: what matters before one speaks.',
  params: z.object({ complaintId: id }),
  answer: z.object({
    customerId: id.nullable(),
    cautions: z.array(caution),
    proxies: z.array(proxy),
  }),
})
const choice = z.enum(['from', 'into'])
export const previewMerge = endpoint({
  method: 'get',
  path: `${root}/merging`,
  summary: 'What merging another customer into this one would give, field by field.',
  params: onCustomer,
  query: z.object({ fromId: id }),
  answer: z.object({
    version: z.string(),
    into: customerFields,
    from: customerFields,
    result: customerFields,
    movingComplaints: z.int(),
    stayingComplaints: z.int(),
  }),
})
export const mergeCustomers = endpoint({
  method: 'post',
  path: `${root}/merges`,
  summary: 'Two records of one person become this one; can be undone, and split again later.',
  params: onCustomer,
  body: z.object({
    id,
    fromId: id,
    choices: perField(choice).default({}),
    version,
    ...because,
  }),
  answer: answered,
})
export const undoMerge = endpoint({
  method: 'post',
  path: `${root}/merges/:mergeId/undoing`,
  summary: 'Take a merge back within 14 days: every complaint and detail to where it was.',
  params: onCustomer.extend({ mergeId: id }),
  body: z.object({ id, ...because }),
  answer: answered,
})
/** Where a detail belongs after a split. */
export const splitWays = ['stays', 'goes', 'both'] as const
export const splitWay = z.enum(splitWays)
export type SplitWay = z.output<typeof splitWay>
export const splitCustomer = endpoint({
  method: 'post',
  path: `${root}/splits`,
  summary: 'Two people in one record become two: choose which complaints and details go.',
  params: onCustomer,
  body: z.object({
    id,
    complaintIds: z.array(id).min(1).max(500),
    /** Details that are not named stay. */
    details: perField(splitWay).default({}),
    /** What the other one is called, when no detail says it. */
    name: customerFields.shape.name,
    version,
    ...because,
  }),
  answer: answered,
})
export const undoSplit = endpoint({
  method: 'post',
  path: `${root}/splits/:splitId/undoing`,
  summary: 'Take a split back within 14 days; what was told since stays.',
  params: onCustomer.extend({ splitId: id }),
  body: z.object({ id, ...because }),
  answer: answered,
})
export const linkCustomers = endpoint({
  method: 'post',
  path: `${root}/links`,
  summary: 'Say how this customer and another belong together, since when and from what.',
  params: onCustomer,
  body: z.object({
    id,
    otherId: id,
    kind: linkKind,
    since: day.nullable().default(null),
    source: line,
  }),
  answer: answered,
})
const ending = { body: z.object({ id, ...because }), answer: answered }
export const unlinkCustomers = endpoint({
  method: 'post',
  path: `${root}/links/:linkId/ending`,
  summary: 'A link does not hold any more, and why.',
  params: onCustomer.extend({ linkId: id }),
  ...ending,
})
export const nameProxy = endpoint({
  method: 'post',
  path: `${root}/proxies`,
  summary: 'Who may be told what instead of the customer, and by what evidence.',
  params: onCustomer,
  body: z.object({
    id,
    name: line,
    relation: line,
    mayBeTold: line,
    evidence: line,
    until: day.nullable().default(null),
  }),
  answer: answered,
})
export const endProxy = endpoint({
  method: 'post',
  path: `${root}/proxies/:proxyId/ending`,
  summary: 'Somebody may not be told any more, and why.',
  params: onCustomer.extend({ proxyId: id }),
  ...ending,
})
export const noteCaution = endpoint({
  method: 'post',
  path: `${root}/cautions`,
  summary: 'What happened on a day, with its source, until when it is shown; never a label.',
  params: onCustomer,
  body: z.object({
    id,
    complaintId: id.optional(),
    happenedOn: day,
    words: line,
    source: line,
    reviewOn: day,
  }),
  answer: answered,
})
export const prolongCaution = endpoint({
  method: 'post',
  path: `${root}/cautions/:cautionId/prolonging`,
  summary: 'A dated fact is shown until a later review day: by whom, and why.',
  params: onCustomer.extend({ cautionId: id }),
  body: z.object({ id, reviewOn: day, ...because }),
  answer: answered,
})
export const endCaution = endpoint({
  method: 'post',
  path: `${root}/cautions/:cautionId/ending`,
  summary: 'A dated fact is shown no longer, and why.',
  params: onCustomer.extend({ cautionId: id }),
  ...ending,
})
