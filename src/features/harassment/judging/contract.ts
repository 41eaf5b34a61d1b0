import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, instant } from '#kernel/fields.ts'

/**
 * The nine types of the manual of the Ministry of Health, Labour and Welfare (2022-02), as far as something in the
 * record is near to one of them. Never a property of a person.
 */
export const types = [
  'time-restraint',
  'repetition',
  'verbal-abuse',
  'violence',
  'threat',
  'authority',
  'off-site',
  'online',
  'sexual',
] as const
export const harassmentType = z.enum(types)
export type HarassmentType = z.output<typeof harassmentType>

/** Examples of what is asked for, and of how; the second family of the guideline is the manner. */
export const contentExamples = [
  'unrelated',
  'beyond-contract',
  'price-cut',
  'impossible',
  'unrelated-damages',
] as const
export const mannerExamples = [
  'assault',
  'threat',
  'insult',
  'posting',
  'prostration',
  'shouting',
  'repeating',
  'restraint',
  'sexual',
  'privacy',
  'punishment',
  'summons',
] as const
export const harmExamples = [
  'fear',
  'health',
  'work-stopped',
  'other-customers',
  'privacy',
  'insecurity',
] as const
export type MannerExample = (typeof mannerExamples)[number]
export type ContentExample = (typeof contentExamples)[number]

/** Exact words out of one entry of the timeline, who heard them, and the file that holds their sound or picture. */
export const excerpt = z.object({
  id,
  entryId: id,
  words: z.string().trim().min(1).max(2000),
  saidAt: instant,
  witnessId: id.nullable(),
  witnessName: z.string(),
  evidenceId: id.nullable(),
})
export type Excerpt = z.output<typeof excerpt>

/** `beyond` what is socially acceptable, `within` it, or left `open`. */
export const finding = z.enum(['beyond', 'within', 'open'])
export type Finding = z.output<typeof finding>
export const answer = z.enum(['yes', 'no', 'unknown'])
export type Answer = z.output<typeof answer>

const reason = z.string().trim().max(2000)
const axis = z.object({ finding, words: reason, excerptIds: z.array(id).max(50) })
/** Each axis stands by itself: a demand may be right and the manner not, and the other way round. */
export const axes = z.object({
  content: axis.extend({
    /** Is there a reason for it, has it to do with us, is it in proportion? */
    hasReason: answer,
    isRelated: answer,
    isProportionate: answer,
    examples: z.array(z.enum(contentExamples)).max(9),
  }),
  manner: axis.extend({ examples: z.array(z.enum(mannerExamples)).max(20) }),
  harm: axis.extend({ examples: z.array(z.enum(harmExamples)).max(20) }),
})
export type Axes = z.output<typeof axes>
export type AxisName = keyof Axes
export const axisNames = ['content', 'manner', 'harm'] as const satisfies readonly AxisName[]

/** Asked each time, and answered in words where it may be so. */
export const reminders = ['legitimate', 'accommodation', 'own-fault'] as const
export const reminder = z.enum(reminders)
export type Reminder = z.output<typeof reminder>
export const considered = z.object({ answer, words: reason })
export const considerations = z.record(reminder, considered)
export type Considerations = z.output<typeof considerations>

export const verdict = z.enum(['is', 'is-not', 'open'])
export type Verdict = z.output<typeof verdict>

const proposal = z.object({
  axes,
  considered: considerations,
  types: z.array(harassmentType).max(9),
  verdict,
  reason,
  /** Members who were the target; they testify, and do not decide among themselves. */
  targetIds: z.array(id).max(50),
  /** The judgement that new facts make us look at again. */
  reconsiders: id.nullable(),
  newFacts: z.string().trim().max(2000),
})
/** The company's thresholds as they stood, so that an old judgement can be read years later. */
const standardsThen = z.record(z.string(), z.number())

export const judgingEvents = {
  'harassment.judgement-proposed': proposal.extend({
    judgementId: id,
    excerpts: z.array(excerpt),
    standards: standardsThen,
    byId: id,
    byName: z.string(),
    byLeads: z.boolean(),
  }),
  /** Two named people have decided. What the customer asks for is still asked for. */
  'harassment.verdict-decided': z.object({
    judgementId: id,
    verdict,
    findings: z.object({ content: finding, manner: finding, harm: finding }),
    targetIds: z.array(id),
    reason: z.string(),
    proposedByName: z.string(),
    byId: id,
    byName: z.string(),
  }),
  'harassment.judgement-returned': z.object({
    judgementId: id,
    reason: z.string(),
    byId: id,
    byName: z.string(),
  }),
  /** The customer does not accept it: their words, and who took them. */
  'harassment.appeal-noted': z.object({ judgementId: id, words: z.string(), byName: z.string() }),
}

export const judgement = z.object({
  id,
  at: instant,
  ...judgingEvents['harassment.judgement-proposed'].omit({ judgementId: true }).shape,
  state: z.enum(['proposed', 'decided', 'returned']),
  decision: z.object({ byId: id, byName: z.string(), reason: z.string(), at: instant }).nullable(),
  appeals: z.array(z.object({ words: z.string(), byName: z.string(), at: instant })),
  /** A later judgement of the same complaint looked at it again. */
  isReconsidered: z.boolean(),
})
export type Judgement = z.output<typeof judgement>

/** A judgement while it is being written; kept where it is written until it is sent. */
export const judgementDraft = proposal.extend({
  excerpts: z.array(
    excerpt.omit({ saidAt: true, witnessName: true }).extend({ words: z.string() }),
  ),
})
export type JudgementDraft = z.output<typeof judgementDraft>

/** Heard in one place, in more than one, or past one of the company's own standards. */
export const strength = z.enum(['once', 'repeated', 'past-standard'])
export type Strength = z.output<typeof strength>

/** Something in the record is near to a type. `amount` and `most` say why when a threshold does. */
export const suggestion = z.object({
  kind: z.enum(['type', 'content', 'manner']),
  code: z.string(),
  because: z.enum(['words', 'minutes', 'visit-minutes', 'loops', 'contacts']),
  amount: z.number().nullable(),
  most: z.number().nullable(),
  strength,
  /** What was heard, as it stands in the record. */
  words: z.array(z.string()),
  entryIds: z.array(id),
})
export type Suggestion = z.output<typeof suggestion>

/** What the record itself says to one of the reminders. */
export const hint = z.object({
  reminder,
  because: z.enum([
    'repeat-contact',
    'broken-promise',
    'our-fault',
    'fact-confirmed',
    'hearing',
    'need',
    'language',
    'slower',
    'crisis',
    'safety',
  ]),
  words: z.string(),
})
export type Hint = z.output<typeof hint>

/** What may be quoted: entries with words, as they stand in the record. */
export const quotable = z.object({
  entryId: id,
  at: instant,
  speaker: z.enum(['customer', 'operator', 'internal']),
  text: z.string(),
  witnessId: id.nullable(),
  witnessName: z.string(),
})
export type Quotable = z.output<typeof quotable>

const onComplaint = z.object({ complaintId: id })
const changed = z.object({ head: z.int() })

export const readJudging = endpoint({
  method: 'get',
  path: '/api/harassment/complaints/:complaintId/judging',
  summary:
    'What may be quoted, what the record is near to by the company’s own thresholds, what to consider first, and the judgements so far. Nothing here decides.',
  params: onComplaint,
  answer: z.object({
    head: z.int(),
    quotables: z.array(quotable),
    files: z.array(z.object({ id, kind: z.string(), name: z.string() })),
    suggestions: z.array(suggestion),
    hints: z.array(hint),
    judgements: z.array(judgement),
    members: z.array(z.object({ id, name: z.string() })),
  }),
})
export const proposeJudgement = endpoint({
  method: 'post',
  path: '/api/harassment/complaints/:complaintId/judgements',
  summary:
    'Propose a judgement on verbatim words. It counts once a second named person agrees; the complaint stays as it is.',
  params: onComplaint,
  body: command.extend({
    ...proposal.shape,
    excerpts: z.array(excerpt.omit({ saidAt: true, witnessName: true })).max(50),
  }),
  answer: changed,
})
const onJudgement = onComplaint.extend({ judgementId: id })
export const agreeToJudgement = endpoint({
  method: 'post',
  path: '/api/harassment/complaints/:complaintId/judgements/:judgementId/agreement',
  summary: 'The second person agrees, in words. Not whoever proposed it.',
  params: onJudgement,
  body: command.extend({ reason }),
  answer: changed,
})
export const returnJudgement = endpoint({
  method: 'post',
  path: '/api/harassment/complaints/:complaintId/judgements/:judgementId/return',
  summary: 'The second person does not agree, and says why.',
  params: onJudgement,
  body: command.extend({ reason }),
  answer: changed,
})
export const noteAppeal = endpoint({
  method: 'post',
  path: '/api/harassment/complaints/:complaintId/judgements/:judgementId/appeals',
  summary: 'The customer does not accept a judgement: their words are kept beside it.',
  params: onJudgement,
  body: command.extend({ words: reason }),
  answer: changed,
})
