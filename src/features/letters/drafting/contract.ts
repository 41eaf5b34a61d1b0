import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/fields.ts'
import { paperKind } from '../contract.ts'

/** What can be drafted from the record, in the order in which a desk thinks of it. */
export const draftKinds = [
  'apology-mail',
  'apology-letter',
  'progress',
  'answer-full',
  'answer-partial',
  'answer-declined',
  'receipt',
  'promise-moved',
  'prevention',
  'warning',
  'accident-report',
  'review-reply',
] as const
export const draftKind = z.enum(draftKinds)
export type DraftKind = z.output<typeof draftKind>

/** Where a draft is for: a mail (or paper), paper only, nobody outside, or everybody. */
export const way = z.enum(['mail', 'paper', 'inside', 'public'])
export type Way = z.output<typeof way>

/** What a sentence can stand on. */
export const groundTypes = [
  'fact',
  'commitment',
  'offer',
  'agreement',
  'clause',
  'demand',
  'concern',
  'detail',
  'event',
  'plan',
  'measure',
] as const
export const groundType = z.enum(groundTypes)
export type GroundType = z.output<typeof groundType>

/**
 * What a sentence stands on, as it was when the sentence was drafted. `id`: of the fact, promise, offer, agreement, rule of
 * the table, measure, demand or concern; the name of a detail; the sequence of an entry with its cue. `said`: its words then.
 * `state`: what else of it mattered then; only compared, never shown.
 */
export const ground = z.object({
  type: groundType,
  id: z.string(),
  said: z.string(),
  state: z.string(),
})
export type Ground = z.output<typeof ground>

/** Without grounds: manners, which tell nothing about the case. `paragraph` counts from 0. */
export const draftedSentence = z.object({
  text: z.string(),
  paragraph: z.int().nonnegative(),
  grounds: z.array(ground),
  /** It leads a list: it falls with the last of its grounds, other sentences with the first. */
  isLead: z.boolean(),
  /** It has a place that only a person can fill; it does not leave as it is. */
  isBlank: z.boolean(),
})
export type DraftedSentence = z.output<typeof draftedSentence>

/** What a good letter of this kind would say, and the record does not hold. */
export const lack = z.enum(['matter', 'impact', 'cause', 'response', 'prevention', 'reason', 'due'])
export type Lack = z.output<typeof lack>

export const drafted = z.object({
  kind: draftKind,
  way,
  /** The kind of paper it becomes; null when it is not for paper. */
  paperKind: paperKind.nullable(),
  subject: z.string(),
  /** Without salutation and signature: those are the mail's, the sheet's or nobody's. */
  text: z.string(),
  sentences: z.array(draftedSentence),
  lacks: z.array(lack),
  /** Of a report: what happened when, oldest first. Instants. */
  timeline: z.array(z.object({ at: z.string(), what: z.string() })),
})
export type Drafted = z.output<typeof drafted>

/** Why a kind cannot be drafted for this complaint as it stands. */
export const whyNot = z.enum([
  'closed',
  'already-acknowledged',
  'nothing-accepted',
  'nothing-declined',
  'something-accepted',
  'something-declined',
  'no-promise',
  'no-cause',
  'no-measure-needed',
  'no-harassment',
  'not-a-review',
])
export type WhyNot = z.output<typeof whyNot>

export const possibleKind = z.object({
  kind: draftKind,
  way,
  paperKind: paperKind.nullable(),
  /** It suits where the case stands now. */
  fits: z.boolean(),
  whyNot: whyNot.nullable(),
})
export type PossibleKind = z.output<typeof possibleKind>

/** What became of a ground since. */
export const fallCodes = [
  'fact-withdrawn',
  'fact-changed',
  'fact-attribution',
  'fact-confirmed',
  'promise-withdrawn',
  'promise-broken',
  'promise-moved',
  'promise-kept',
  'promise-reopened',
  'offer-gone',
  'offer-rejected',
  'offer-changed',
  'agreement-withdrawn',
  'agreement-changed',
  'clause-ended',
  'clause-changed',
  'answer-changed',
  'words-changed',
  'detail-changed',
  'cue-dismissed',
  'plan-lifted',
  'plan-changed',
  'measure-withdrawn',
  'measure-changed',
  'measure-considered',
  'measure-decided',
  'measure-set-back',
  'measure-needed',
] as const
export const fallCode = z.enum(fallCodes)
export type FallCode = z.output<typeof fallCode>

/** `now`: its words today; null when nothing is left of it. */
export const fall = z.object({ code: fallCode, ground, now: z.string().nullable() })
export type Fall = z.output<typeof fall>

/**
 * A drafted sentence that a text contains. Offsets are UTF-16 places in that text. It stands when nothing fell. `isMended`: it
 * was reworded by hand and still speaks of what it stood on.
 */
export const standing = z.object({
  isMended: z.boolean(),
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  grounds: z.array(ground),
  falls: z.array(fall),
})
export type Standing = z.output<typeof standing>

const onComplaint = z.object({ complaintId: id })

export const listDraftKinds = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/letters/from-record',
  summary:
    'Which letters can be drafted from this record, best suited first, and why not the others.',
  params: onComplaint,
  answer: z.object({ head: z.int(), kinds: z.array(possibleKind) }),
})
export const readDraft = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/letters/from-record/:kind',
  summary:
    'A letter drafted from the record as it is now, each sentence with its grounds. Nothing is kept.',
  params: onComplaint.extend({ kind: draftKind }),
  answer: z.object({ head: z.int(), draft: drafted }),
})
export const keepDraft = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/from-record',
  summary:
    'A draft goes into a text: from now on its sentences are held against the record. 409 with the draft of today when the record says something else by now.',
  params: onComplaint,
  body: z.object({
    id,
    kind: draftKind,
    /** The draft as it was seen. */
    text: z.string().max(50_000),
  }),
  answer: z.object({ draft: drafted }),
})
export const checkStanding = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/from-record/standing',
  summary:
    'Which drafted sentences a text still contains, which of them were reworded, which the record carries no more, and which words are its writer’s own.',
  params: onComplaint,
  body: z.object({ text: z.string().max(50_000) }),
  answer: z.object({ sentences: z.array(standing), own: z.array(z.string()) }),
})
