import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { cueCodes } from './cues/codes.ts'
import { wordingRules } from './wording/codes.ts'

export { criticalCues, cueCodes, type CueCode } from './cues/codes.ts'
export { phraseRules, wordingRules, type WordingRule } from './wording/codes.ts'

/** Longer texts are cut by the caller, paragraph by paragraph. */
export const longestText = 100_000

/** What an organisation adds to a cue or a wording rule in its own words. */
export const companyPhrases = z.object({
  code: z.enum([...cueCodes, ...wordingRules]),
  phrases: z.array(z.string()),
  why: z.string(),
})
export type CompanyPhrases = z.infer<typeof companyPhrases>

const text = z.string().max(longestText)
// Spans are UTF-16 offsets into the text as it was given: words === text.slice(start, end).
const span = { start: z.int().nonnegative(), end: z.int().nonnegative() }

export const cueCode = z.enum(cueCodes)
export const cue = z.object({ code: cueCode, ...span, words: z.string() })
export type Cue = z.infer<typeof cue>

export const utterance = z.object({ speaker: z.enum(['customer', 'operator']), text })
export type Utterance = z.infer<typeof utterance>
export const heard = z.object({ cues: z.array(cue) })
export type Heard = z.infer<typeof heard>

export const writingKind = z.enum(['mail', 'letter', 'talk', 'public-reply'])
export type WritingKind = z.infer<typeof writingKind>
export const writing = z.object({ kind: writingKind, text })
export type Writing = z.infer<typeof writing>

/** What the record holds. What is left out counts as not in the record. */
export const lintContext = z.object({
  /** Firm mode: a manner must stop, refusals come without cushions. */
  firm: z.boolean().optional(),
  /** The fact is confirmed, attributed to us, and the admission is approved. */
  admissionApproved: z.boolean().optional(),
  /** A remedy that costs money is approved. */
  remedyApproved: z.boolean().optional(),
  /** The customer has agreed to the visit. */
  visitAgreed: z.boolean().optional(),
  /** Deadlines in the ledger: days or instants. */
  promisedDues: z.array(z.string()).optional(),
  /** What was already said or written to this customer. */
  saidBefore: z.array(z.string()).optional(),
  /** The moment of writing, for reading dates. */
  now: z.iso.datetime({ offset: true }).optional(),
})
export type LintContext = z.infer<typeof lintContext>

export const severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severity>
export const finding = z.object({
  rule: z.enum(wordingRules),
  severity,
  ...span,
  message: z.string(),
  /** What may stand there instead, where a replacement is safe. */
  fix: z.string().optional(),
})
export type Finding = z.infer<typeof finding>
export const linted = z.object({ findings: z.array(finding) })
export type Linted = z.infer<typeof linted>

export const promiseText = z.object({ now: z.iso.datetime({ offset: true }), text })
export type PromiseText = z.infer<typeof promiseText>
export const promise = z.object({
  words: z.string(),
  /** An instant with +09:00 when a time was said, a day when only a day was, null when neither. */
  due: z.string().nullable(),
  precision: z.enum(['minute', 'day', 'vague']),
})
/** A promise with its place in the text, for whoever marks it there. */
export type PromisePhrase = z.infer<typeof promise> & { start: number; end: number }
export const promised = z.object({ promises: z.array(promise) })
export type Promised = z.infer<typeof promised>

export const listenEndpoint = endpoint({
  method: 'post',
  path: '/api/language/listen',
  summary: 'Which cues does this utterance carry?',
  body: utterance,
  answer: heard,
})

export const lintEndpoint = endpoint({
  method: 'post',
  path: '/api/language/lint',
  summary: 'Which wording rules does this text break?',
  body: writing.extend({ context: lintContext.optional() }),
  answer: linted,
})

export const promisesEndpoint = endpoint({
  method: 'post',
  path: '/api/language/promises',
  summary: 'Which promises does this text make, and until when?',
  body: promiseText,
  answer: promised,
})
