import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line, words } from '#kernel/fields.ts'
import { cause } from '#features/complaints/contract.ts'
import { remedyKind } from '../contract.ts'

/** `remedy`: something to offer beyond one's authority. `words`: a text that the gate of the letters holds. */
export const asks = ['remedy', 'words'] as const
export const approvalState = z.enum(['asked', 'granted', 'refused', 'expired', 'withdrawn', 'used'])
/** Who may decide at least. */
export const authority = z.enum(['supervisor', 'admin'])
export type Authority = z.output<typeof authority>

/**
 * What the gate of the letters may be asked to let through, and words for everybody to read. Everything else is mended,
 * not approved.
 */
export const openable = z.enum([
  'admits-liability',
  'promises-money',
  'amount-beyond-remedy',
  'public-reply',
])
export type Openable = z.output<typeof openable>

const ofApproval = { approvalId: id, label: z.string() }

export const approvalsEvents = {
  'remedies.approval-asked': z.object({
    ...ofApproval,
    what: z.enum(asks),
    amountYen: z.int().nullable(),
    needs: authority,
    reason: z.string(),
    text: z.string().nullable(),
    expiresAt: instant,
  }),
  'remedies.approval-granted': z.object({
    ...ofApproval,
    amountYen: z.int().nullable(),
    condition: z.string().nullable(),
    onBehalfOfName: z.string().nullable(),
  }),
  /** `words`: why not, as the operator can say it to the customer. */
  'remedies.approval-refused': z.object({
    ...ofApproval,
    words: z.string(),
    onBehalfOfName: z.string().nullable(),
  }),
  'remedies.approval-withdrawn': z.object({ ...ofApproval, reason: z.string() }),
  'remedies.approval-reminded': z.object({ ...ofApproval, expiresAt: instant }),
  'remedies.approval-expired': z.object(ofApproval),
  'remedies.approval-used': z.object(ofApproval),
  /** Words that were let out for where everybody reads them; now `letters.public-published` says so. */
  'remedies.words-released': z.object({ text: z.string() }),
}

/** What is asked for, as it is shown to whoever decides. */
export const asked = z.object({
  label: z.string(),
  kind: remedyKind.nullable(),
  ruleId: id.nullable(),
  clause: z.string().nullable(),
  /** What the operator would say. */
  say: z.string(),
  /** Beyond what the table holds, also for those who may grant its rows. */
  isException: z.boolean(),
  opens: z.array(openable),
  text: z.string().nullable(),
  reason: z.string(),
  priceYen: z.int().nullable(),
  cause: cause.nullable(),
  product: z.string().nullable(),
})
export type Asked = z.output<typeof asked>

/** Why the viewer does not decide this one. */
export const hindrance = z.enum(['own', 'back-to-asker', 'beyond', 'decided'])
export type Hindrance = z.output<typeof hindrance>

export const approval = asked.extend({
  id,
  complaintId: id,
  complaintNumber: z.string(),
  customerName: z.string().nullable(),
  subject: z.string(),
  what: z.enum(asks),
  state: approvalState,
  needs: authority,
  amountYen: z.int().nullable(),
  askedAt: instant,
  askedById: id,
  askedByName: z.string(),
  remindedAt: instant.nullable(),
  expiresAt: instant,
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  onBehalfOfName: z.string().nullable(),
  condition: z.string().nullable(),
  words: z.string().nullable(),
  holdsUntil: instant.nullable(),
  hindrance: hindrance.nullable(),
  /** Those who could decide now, by name. */
  deciders: z.array(z.string()),
})
export type Approval = z.output<typeof approval>

export const delegation = z.object({
  id,
  fromId: id,
  fromName: z.string(),
  toId: id,
  toName: z.string(),
  startsOn: day,
  endsOn: day,
  note: z.string(),
})
export type Delegation = z.output<typeof delegation>

export const limits = z.object({
  /** Beyond the table a supervisor decides up to this; more is the administrator's. Yen. */
  supervisorYen: z.int().min(0).max(100_000_000),
  /** Who may let words leave that admit a fault. */
  admissionBy: authority,
  /** Who lets words leave for where everybody reads them; never the writer alone, unless nobody has to. */
  publicBy: z.enum(['nobody', ...authority.options]).default('supervisor'),
  /** After so many hours without an answer it expires. */
  expiresHours: z.int().min(1).max(336),
  /** For so many days it may be used once it is granted. */
  holdsDays: z.int().min(1).max(90),
})
export type Limits = z.output<typeof limits>

const onComplaint = z.object({ complaintId: id })
const onApproval = z.object({ approvalId: id })
const answered = z.object({ approval })

export const listApprovals = endpoint({
  method: 'get',
  path: '/api/remedies/approvals',
  summary: 'The queue: what waits for a decision, soonest to expire first, or what was decided.',
  query: z.object({
    show: z.enum(['waiting', 'decided']).default('waiting'),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  answer: z.object({ approvals: z.array(approval), total: z.int(), mine: z.int() }),
})
export const listComplaintApprovals = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/approvals',
  summary: 'What was asked for one complaint, newest first.',
  params: onComplaint,
  answer: z.object({ approvals: z.array(approval) }),
})
const outside = z.object({
  kind: remedyKind,
  label: line,
  say: line,
})
export const askApproval = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/approvals',
  summary:
    'Ask for a remedy beyond one’s authority (a row of the table, or something outside it), or for words that the gate holds.',
  params: onComplaint,
  body: command.extend({
    what: z.enum(asks),
    ruleId: id.optional(),
    outside: outside.optional(),
    amountYen: z.int().positive().max(100_000_000).optional(),
    text: words.optional(),
    opens: z.array(openable).max(4).optional(),
    reason: line,
  }),
  answer: answered,
})
export const grantApproval = endpoint({
  method: 'post',
  path: '/api/remedies/approvals/:approvalId/granting',
  summary: 'Grant what is asked, or less of it, with a condition where one is needed.',
  params: onApproval,
  body: command.extend({
    amountYen: z.int().positive().max(100_000_000).optional(),
    condition: line.optional(),
  }),
  answer: answered,
})
export const refuseApproval = endpoint({
  method: 'post',
  path: '/api/remedies/approvals/:approvalId/refusal',
  summary:
    'Refuse, in words the operator can say to the customer; they are read before they are kept.',
  params: onApproval,
  body: command.extend({ words: line }),
  answer: answered,
})
export const withdrawApproval = endpoint({
  method: 'delete',
  path: '/api/remedies/approvals/:approvalId',
  summary: 'Take one’s own question back.',
  params: onApproval,
  body: command.extend({ reason: line }),
  answer: answered,
})
export const grantTogether = endpoint({
  method: 'post',
  path: '/api/remedies/approvals/batch',
  summary:
    'Grant several that are alike. Each is named and the sum is told: if anything differs from what was seen, nothing is granted.',
  body: z.object({
    id,
    approvalIds: z.array(id).min(2).max(50),
    sumYen: z.int().nonnegative(),
  }),
  answer: z.object({ granted: z.array(id) }),
})
export const listDelegations = endpoint({
  method: 'get',
  path: '/api/remedies/delegations',
  summary: 'Who decides for whom, now and to come.',
  answer: z.object({ delegations: z.array(delegation) }),
})
export const delegate = endpoint({
  method: 'post',
  path: '/api/remedies/delegations',
  summary:
    'Somebody decides with one’s authority from a day to a day. Never about what one asked oneself.',
  body: z.object({
    id,
    fromId: id.optional(),
    toId: id,
    startsOn: day,
    endsOn: day,
    note: z.string().trim().max(200).default(''),
  }),
  answer: delegation,
})
export const endDelegation = endpoint({
  method: 'delete',
  path: '/api/remedies/delegations/:delegationId',
  summary: 'End it before its last day.',
  params: z.object({ delegationId: id }),
  answer: z.object({ delegations: z.array(delegation) }),
})
export const readLimits = endpoint({
  method: 'get',
  path: '/api/remedies/limits',
  summary: 'Who may decide what is beyond the table, and how long a question waits.',
  answer: limits,
})
export const changeLimits = endpoint({
  method: 'put',
  path: '/api/remedies/limits',
  summary: 'Change the limits of approvals (administrators).',
  body: limits,
  answer: limits,
})
