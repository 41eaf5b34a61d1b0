import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line, words } from '#kernel/fields.ts'
import { noteOfInterval, progressEvents } from './progress/contract.ts'

/**
 * When a promise is due. `dueAt` is the instant at which it is broken. For a day without a time that is the closing of
 * the desk; on a day the desk is closed, or when it has closed already, 23:59. The customer was told the day.
 */
export const due = z.object({ dueAt: instant, dueOn: day, precision: z.enum(['minute', 'day']) })
export type Due = z.output<typeof due>

/** `withdrawn`: taken back with a reason before its date, or never told to the customer at all. */
export const commitmentState = z.enum(['open', 'kept', 'broken', 'withdrawn'])
/** To the customer, or by a department to us (P4). */
export const madeTo = z.enum(['customer', 'us'])

export const commitmentsEvents = {
  ...progressEvents,
  'commitments.made': due.extend({
    commitmentId: id,
    words: z.string(),
    ownerId: id,
    ownerName: z.string(),
    madeTo,
    /** Who should have had it but is away: `ownerName` stands in. */
    insteadOf: z.string().optional(),
    /** The entry that holds the words as they were said. */
    saidIn: id.optional(),
    /** The next note of an interval that the customer was told: it ends with the complaint. */
    isProgress: z.literal(true).optional(),
    /** It goes on when the complaint is over, and keeps none open: the review of a contact plan. */
    outlives: z.literal(true).optional(),
  }),
  'commitments.warned': z.object({
    commitmentId: id,
    words: z.string(),
    dueAt: instant,
    ownerId: id,
  }),
  /** Nobody has taken it up after the warning: whoever leads is told while there is still time. */
  'commitments.raised': z.object({
    commitmentId: id,
    words: z.string(),
    dueAt: instant,
    ownerName: z.string(),
  }),
  'commitments.withdrawn': z.object({ commitmentId: id, words: z.string(), reason: z.string() }),
  'commitments.renegotiated': due.extend({
    commitmentId: id,
    words: z.string(),
    previousDueAt: instant,
    reason: z.string(),
    alternative: z.string(),
    toldBy: z.string(),
    /** The old date had passed before. */
    wasBroken: z.boolean().optional(),
  }),
  'commitments.kept': z.object({
    commitmentId: id,
    words: z.string(),
    how: z.string(),
    /** Done after the date: good for the customer, but the date stays broken. */
    isLate: z.boolean().optional(),
  }),
  'commitments.keeping-withdrawn': z.object({
    commitmentId: id,
    words: z.string(),
    reason: z.string(),
  }),
  'commitments.broken': z.object({
    commitmentId: id,
    words: z.string(),
    dueAt: instant,
    ownerId: id,
    ownerName: z.string(),
  }),
  'commitments.handed-over': z.object({
    commitmentId: id,
    words: z.string(),
    fromId: id,
    toId: id,
    toName: z.string(),
    reason: z.string(),
  }),
}

/** One date that was moved. `wasBroken`: the old date had passed before the customer was told. */
export const renegotiation = z.object({
  at: instant,
  previousDueAt: instant,
  dueAt: instant,
  reason: z.string(),
  alternative: z.string(),
  toldBy: z.string(),
  wasBroken: z.boolean(),
})
export type Renegotiation = z.output<typeof renegotiation>

/** Who said the words to the customer: aloud, in a chat, or in a letter. */
export const saidAs = z.enum(['talk', 'chat', 'letter'])
const said = z.object({ entryId: id, at: instant, byName: z.string(), as: saidAs })
/** The same as it is kept: by whom in a form that outlives names. */
export type SaidBy = Omit<z.output<typeof said>, 'byName'> & { readonly by: string }

/** A promise as it is now. One whose date has passed is `broken` at once, also before the timer has said so. */
export const commitment = due.extend({
  id,
  complaintId: id,
  complaintNumber: z.string(),
  customerName: z.string().nullable(),
  words: z.string(),
  state: commitmentState,
  madeTo,
  ownerId: id,
  ownerName: z.string(),
  /** Where the owner works; null: in no department. */
  ownerTeam: z.string().nullable(),
  isOwnerAway: z.boolean(),
  madeAt: instant,
  warnedAt: instant.nullable(),
  /** When whoever leads was told that nobody had taken it up. */
  raisedAt: instant.nullable(),
  keptAt: instant.nullable(),
  /** When the present date was broken; a promise that is kept and has this was kept late. */
  brokenAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  withdrawnReason: z.string().nullable(),
  /** The entry, or the letter, in which the customer was told. */
  saidIn: id.nullable(),
  said: said.nullable(),
  renegotiations: z.array(renegotiation),
  /** Of the next note of an interval that the customer was told. */
  progress: noteOfInterval.nullable(),
})
export type Commitment = z.output<typeof commitment>

const answered = z.object({ commitment, head: z.int() })

export const listComplaintCommitments = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/commitments',
  summary: 'The promises of one complaint, next due first.',
  params: z.object({ complaintId: id }),
  answer: z.object({ commitments: z.array(commitment) }),
})
/**
 * `open`: still to come. `today`: due today and not kept. `at-risk`: open, and warned or its owner away.
 * `broken`: past and not kept. `kept`, `withdrawn`: latest first.
 */
export const shows = ['open', 'today', 'at-risk', 'broken', 'kept', 'withdrawn', 'all'] as const
export type Show = (typeof shows)[number]

export const listCommitments = endpoint({
  method: 'get',
  path: '/api/commitments',
  summary: 'The ledger: promises by state, owner and due day.',
  query: z.object({
    show: z.enum(shows).default('open'),
    ownerId: id.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  answer: z.object({ commitments: z.array(commitment), total: z.int() }),
})
const counted = z.object({
  kept: z.int(),
  broken: z.int(),
  /** Kept ÷ (kept + broken); null when that is fewer than `leastForRate` dates: one more would turn it over. */
  rate: z.number().nullable(),
})
/**
 * Every date that a customer was told and that came due in the last N days counts once: kept by then, or broken.
 * A broken date stays broken, however the promise was healed afterwards (kept late, a new date). A date that was moved
 * in time counts as neither and is shown beside (`moved`); so are promises withdrawn before their date (`withdrawn`) and
 * dates still to come, kept early or not.
 */
export const keptRate = counted.extend({
  /** Of the broken ones: done after the date. */
  keptLate: z.int(),
  moved: z.int(),
  withdrawn: z.int(),
  leastForRate: z.int(),
  byOwner: z.array(counted.extend({ ownerId: id, ownerName: z.string() })),
  /** `team` null: of people who belong to no department. */
  byTeam: z.array(counted.extend({ team: z.string().nullable() })),
})
export type KeptRate = z.output<typeof keptRate>

export const readKeptRate = endpoint({
  method: 'get',
  path: '/api/commitments/kept-rate',
  summary: 'Kept ÷ (kept + broken) of the dates customers were told that came due in N days.',
  query: z.object({ days: z.coerce.number().int().min(1).max(366).default(90) }),
  /** `asOf`: until when, where a replica is more than seconds behind; null: until now. */
  answer: keptRate.extend({ asOf: instant.nullable() }),
})
/** What breaks next. The counts are apart from each other: past, within the hour, later today, tomorrow, after that. */
export const outlook = z.object({
  next: commitment.nullable(),
  open: z.int(),
  atRisk: z.int(),
  /** Due today, past or to come. */
  dueToday: z.int(),
  broken: z.int(),
  hour: z.int(),
  today: z.int(),
  tomorrow: z.int(),
  later: z.int(),
})
export type Outlook = z.output<typeof outlook>

export const readOutlook = endpoint({
  method: 'get',
  path: '/api/commitments/outlook',
  summary: 'The promise that is due next, and how many are due when.',
  query: z.object({ ownerId: id.optional() }),
  answer: outlook,
})
/** A phrase as said (「明日の17時まで」), or a day with an optional time. */
export const told = z.union([
  z.object({ phrase: line }),
  z.object({
    on: day,
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
])
export type Told = z.output<typeof told>

export const makeCommitment = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/commitments',
  summary: 'Promise something with a date; warned before, never silently broken.',
  params: z.object({ complaintId: id }),
  body: command.extend({
    words: line,
    due: told,
    ownerId: id.optional(),
    madeTo: madeTo.default('customer'),
  }),
  answer: answered,
})
export const renegotiateCommitment = endpoint({
  method: 'post',
  path: '/api/commitments/:commitmentId/renegotiations',
  summary: 'Move a promised date with a reason, an alternative and who told the customer.',
  params: z.object({ commitmentId: id }),
  body: command.extend({
    due: told,
    reason: words,
    alternative: words,
    toldBy: line,
  }),
  answer: answered,
})
export const keepCommitment = endpoint({
  method: 'post',
  path: '/api/commitments/:commitmentId/keeping',
  summary: 'Record that the promise was kept, and how.',
  params: z.object({ commitmentId: id }),
  body: command.extend({ how: line }),
  answer: answered,
})
export const withdrawKeeping = endpoint({
  method: 'delete',
  path: '/api/commitments/:commitmentId/keeping',
  summary: 'Take "kept" back, with a reason.',
  params: z.object({ commitmentId: id }),
  body: command.extend({ reason: line }),
  answer: answered,
})
export const withdrawCommitment = endpoint({
  method: 'post',
  path: '/api/commitments/:commitmentId/withdrawal',
  summary: 'Withdraw a promise before its date, with a reason; one whose date has passed stays.',
  params: z.object({ commitmentId: id }),
  body: command.extend({ reason: words }),
  answer: answered,
})
export const handOverCommitment = endpoint({
  method: 'put',
  path: '/api/commitments/:commitmentId/owner',
  summary: 'Hand a promise to another member.',
  params: z.object({ commitmentId: id }),
  body: command.extend({ ownerId: id, reason: line }),
  answer: answered,
})
