import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, instant, line, words } from '#kernel/fields.ts'

/** `asked`: we wait for them. `asked-back`: they wait for us. The others are ends. */
export const inquiryState = z.enum(['asked', 'asked-back', 'answered', 'declined', 'withdrawn'])
export type InquiryState = z.output<typeof inquiryState>

/** `before` the date, `due` at it, `late` on the next business day: then their head is told, too. */
export const reminder = z.enum(['before', 'due', 'late'])
export type Reminder = z.output<typeof reminder>

export const particular = z.enum([
  'product',
  'orderNumber',
  'lot',
  'happenedOn',
  'happenedWhere',
  'purchasedOn',
])
export type Particular = z.output<typeof particular>

/** What of the record a department is shown: only what was chosen. */
export const shown = z.object({
  factIds: z.array(id).max(100),
  evidenceIds: z.array(id).max(100),
  particulars: z.array(particular).max(particular.options.length),
  /** What the customer said, in their own words. */
  withWords: z.boolean(),
  /** Names are left in; else they are blotted out everywhere. */
  withPersonal: z.boolean(),
  /** What they need telephone, mail or address for: then these are left in. Empty: they are blotted out. */
  contactFor: z.string().trim().max(200).default(''),
})
export type Shown = z.output<typeof shown>

const about = z.object({ inquiryId: id, departmentId: id, departmentName: z.string() })
const said = about.extend({ byName: z.string(), text: z.string() })

export const inquiriesEvents = {
  'inquiries.asked': about.extend({
    question: z.string(),
    dueAt: instant,
    shown,
    commitmentId: id,
    byName: z.string(),
  }),
  /** Somebody opened the link for the first time. */
  'inquiries.read': about,
  'inquiries.answered': said.extend({
    isConfirmed: z.boolean(),
    /** The fact that the answer is now. */
    factId: id,
    isLate: z.boolean(),
  }),
  'inquiries.asked-back': said,
  /** Not theirs; `insteadName`: who should be asked. */
  'inquiries.declined': said.extend({ insteadName: z.string().nullable() }),
  'inquiries.date-moved': about.extend({
    byName: z.string(),
    previousDueAt: instant,
    dueAt: instant,
    reason: z.string(),
  }),
  /** What we said to them after the question. */
  'inquiries.told': said,
  /** They answered by mail; nobody has made an answer of it yet. */
  'inquiries.mailed': said.extend({ mailId: id }),
  'inquiries.reminded': about.extend({
    reminder,
    dueAt: instant,
    headName: z.string().nullable(),
    /** No mail could leave: somebody has to speak to them. */
    isUnsent: z.literal(true).optional(),
  }),
  'inquiries.withdrawn': about.extend({ reason: z.string() }),
  'inquiries.link-renewed': about,
  'inquiries.link-revoked': about,
}

/** One thing that was said between us and a department; `at` is when. */
export const turn = z.object({
  side: z.enum(['desk', 'department']),
  kind: z.enum(['question', 'told', 'asked-back', 'answer', 'declined', 'date', 'mail']),
  byName: z.string(),
  text: z.string(),
  at: instant,
  sequence: z.int(),
  /** Of an answer: do they vouch for it? */
  isConfirmed: z.boolean().nullable(),
})
export type Turn = z.output<typeof turn>

export const inquiry = z.object({
  id,
  complaintId: id,
  complaintNumber: z.string(),
  customerName: z.string().nullable(),
  departmentId: id,
  departmentName: z.string(),
  askedById: id,
  askedByName: z.string(),
  askedAt: instant,
  dueAt: instant,
  state: inquiryState,
  isOverdue: z.boolean(),
  readAt: instant.nullable(),
  answeredAt: instant.nullable(),
  reminded: reminder.nullable(),
  /** Does the link open it still? */
  isLinkOpen: z.boolean(),
  expiresAt: instant,
  /** How often the date was moved. */
  moves: z.int(),
  question: z.string(),
})
export type Inquiry = z.output<typeof inquiry>

const onComplaint = z.object({ complaintId: id })
const onInquiry = z.object({ inquiryId: id })

export const listComplaintInquiries = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/inquiries',
  summary: 'What departments were asked about one complaint, with what was said, newest first.',
  params: onComplaint,
  answer: z.object({
    inquiries: z.array(inquiry.extend({ turns: z.array(turn) })),
    /** The nearest date this customer was promised. */
    nextPromiseAt: instant.nullable(),
  }),
})

/** What may be shown; `isPersonal`: it names the customer, or says where they are. */
export const showable = z.object({
  facts: z.array(
    z.object({
      id,
      statement: z.string(),
      isConfirmed: z.boolean(),
      isPersonal: z.boolean(),
    }),
  ),
  evidence: z.array(z.object({ id, name: z.string(), kind: z.string() })),
  particulars: z.array(z.object({ name: particular, value: z.string() })),
  words: z.string(),
})
export type Showable = z.output<typeof showable>

export const readOpening = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/inquiries/opening',
  summary: 'What a request begins with: departments with a proposed date, and what may be shown.',
  params: onComplaint,
  answer: z.object({
    departments: z.array(
      z.object({
        id,
        name: z.string(),
        dueAt: instant,
        /** Earlier than they usually need: the customer was promised something before. */
        isTight: z.boolean(),
      }),
    ),
    nextPromiseAt: instant.nullable(),
    showable,
    /** Null: nobody has said yet where people reach this desk. */
    deskUrl: z.string().nullable(),
    canSend: z.boolean(),
  }),
})

const asking = z.object({ departmentId: id, question: words, dueAt: instant, shown })

/** What stands on the department's page, besides what can be done there. */
export const seen = z.object({
  number: z.string(),
  question: z.string(),
  facts: z.array(z.object({ statement: z.string(), isConfirmed: z.boolean() })),
  particulars: z.array(z.object({ name: particular, value: z.string() })),
  words: z.string().nullable(),
  customerName: z.string().nullable(),
  /** What ways to reach the customer are shown for; null: none is shown. */
  contactFor: z.string().nullable(),
  evidence: z.array(
    z.object({
      id,
      name: z.string(),
      type: z.string(),
      size: z.int(),
      /** A little picture of it can be shown. */
      isPictured: z.boolean(),
    }),
  ),
})
export type Seen = z.output<typeof seen>

export const previewInquiry = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/inquiries/preview',
  summary: 'What the department would see, and the mail it would get.',
  params: onComplaint,
  body: asking,
  answer: z.object({
    seen,
    mail: z.object({ subject: z.string(), text: z.string() }),
    /** Personal data that stand in the question itself. */
    personalInQuestion: z.array(z.string()),
  }),
})

const answered = z.object({ inquiry, head: z.int() })

export const askDepartment = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/inquiries',
  summary:
    'Ask a department something by a date: a mail with one link leaves at once, or whoever asks passes the link on.',
  params: onComplaint,
  /** `byHand`: no mail; the link is passed on by whoever asks. */
  body: command.extend(asking.shape).extend({ byHand: z.boolean().default(false) }),
  answer: answered,
})
export const tellDepartment = endpoint({
  method: 'post',
  path: '/api/inquiries/:inquiryId/words',
  summary: 'Answer what a department asked back, or add something.',
  params: onInquiry,
  body: command.extend({ text: words }),
  answer: answered,
})
export const receiveAnswer = endpoint({
  method: 'post',
  path: '/api/inquiries/:inquiryId/answer',
  summary: 'Write down what a department answered by mail or telephone, and who did.',
  params: onInquiry,
  body: command.extend({ byName: line, text: words, isConfirmed: z.boolean() }),
  answer: answered,
})
export const withdrawInquiry = endpoint({
  method: 'post',
  path: '/api/inquiries/:inquiryId/withdrawal',
  summary: 'Nobody waits for this answer any more; the link closes.',
  params: onInquiry,
  body: command.extend({ reason: line }),
  answer: answered,
})
export const readLink = endpoint({
  method: 'get',
  path: '/api/inquiries/:inquiryId/link',
  summary: 'The link of a request, to be passed on to the department by hand.',
  params: onInquiry,
  /** `url` where somebody has said how people reach this desk; else only the path behind its address. */
  answer: z.object({ path: z.string(), url: z.string().nullable() }),
})
export const renewLink = endpoint({
  method: 'post',
  path: '/api/inquiries/:inquiryId/link',
  summary: 'Send the department a new link; the one before opens nothing any more.',
  params: onInquiry,
  body: command,
  answer: answered,
})
export const revokeLink = endpoint({
  method: 'delete',
  path: '/api/inquiries/:inquiryId/link',
  summary: 'The link opens nothing from now on.',
  params: onInquiry,
  body: command,
  answer: answered,
})

export const departmentLine = z.object({
  departmentId: id,
  departmentName: z.string(),
  open: z.int(),
  overdue: z.int(),
  /** Since when the oldest open one waits. */
  oldestAt: instant.nullable(),
  kept: z.int(),
  broken: z.int(),
  moved: z.int(),
  /** Kept ÷ (kept + broken) of the dates that came due; null when none did. */
  rate: z.number().nullable(),
})
export type DepartmentLine = z.output<typeof departmentLine>

export const listInquiries = endpoint({
  method: 'get',
  path: '/api/inquiries',
  summary: 'Open requests, next due first, and how departments keep their dates (90 days).',
  query: z.object({ askedById: id.optional() }),
  answer: z.object({ inquiries: z.array(inquiry), departments: z.array(departmentLine) }),
})
