import { z } from 'zod'
import { channel, demandKind } from '#features/complaints/contract.ts'
import { cueCode } from '#features/language/contract.ts'
import { tongue } from '../contract.ts'
import { feelings } from './feelings.ts'
import { sayables } from './plainly-said.ts'

/** What may be known about a complaint; the words of `known:` and `unknown:`. */
export const knowables = [
  'what',
  'when',
  'where',
  'who',
  'how',
  'harm',
  'cause',
  'contract',
  'customer',
  'contact',
  'product',
  'order',
  'expectedOutcome',
  'purchasedOn',
  'price',
] as const
export type Knowable = (typeof knowables)[number]

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1))
const count = z.int().positive()

const sentences = z.strictObject({
  /** The customer was heard saying it, in what the play remembers. */
  heard: oneOrMore(cueCode).optional(),
  known: oneOrMore(z.enum(knowables)).optional(),
  unknown: oneOrMore(z.enum(knowables)).optional(),
  ownWords: z.enum(['recorded', 'none']).optional(),
  concern: z.enum(['recorded', 'open', 'none']).optional(),
  fact: z.enum(['claimed', 'confirmed', 'ours', 'none']).optional(),
  safety: z.enum(['unchecked', 'checked', 'none', 'near-miss', 'injured', 'unknown']).optional(),
  assessed: z.enum(['safety', 'yes', 'no']).optional(),
  apology: z.enum(['trouble', 'ledger', 'fault']).optional(),
  /** Remedies that the rules allow now, at least so many. */
  options: count.optional(),
  offers: z.enum(['none', 'made', 'pending', 'considering', 'accepted', 'rejected']).optional(),
  rejected: count.optional(),
  alternatives: z.enum(['left', 'gone']).optional(),
  agreement: z.enum(['made', 'none']).optional(),
  promise: z.enum(['none', 'made', 'open', 'due', 'broken', 'kept']).optional(),
  promiseElsewhere: z.enum(['none', 'open', 'broken']).optional(),
  escalation: z
    .enum([
      'none',
      'asked',
      'seen',
      'accepted',
      'returned',
      'watched',
      'helped',
      'connecting',
      'calling-back',
      'unanswered',
    ])
    .optional(),
  /** Through which channel we are with the customer: while a call goes on, by telephone. */
  channel: oneOrMore(channel).optional(),
  /** Who called in the call that goes on: the customer (in) or we (out); none without a call. */
  direction: oneOrMore(z.enum(['in', 'out', 'none'])).optional(),
  talk: z.enum(['live', 'held', 'over', 'none']).optional(),
  /** Who is on the line: for a company, for somebody else, or for themselves. */
  caller: oneOrMore(z.enum(['person', 'organisation', 'proxy'])).optional(),
  needs: oneOrMore(z.enum(['slower', 'hearing', 'language', 'child'])).optional(),
  speaks: oneOrMore(tongue).optional(),
  /** Nobody speaks: the operator says so, or the clock does. */
  quiet: z.enum(['yes', 'no']).optional(),
  /** The talk has lasted so many minutes. */
  minutes: count.optional(),
  /** So many seconds since anybody was heard. */
  silence: count.optional(),
  /** So many seconds on hold. */
  held: count.optional(),
  /** So many times the customer has come to us about this. */
  contacts: count.optional(),
  /** What the customer said since the talk began, in notes. */
  notes: count.optional(),
  demanded: demandKind.optional(),
  demandAnswered: demandKind.optional(),
  acknowledged: z.enum(['yes', 'no']).optional(),
  closing: z.enum(['open', 'closed']).optional(),
  /** How strong a feeling the customer has put into words in this talk. */
  feeling: oneOrMore(z.enum(feelings)).optional(),
  /** The customer has apologised for having been loud, and was not loud again. */
  calmed: z.enum(['yes', 'no']).optional(),
  /** A sentence of this move (`yes`), of another move of the play, or of `play/move` in this talk was used. */
  said: z.string().min(1).optional(),
  /** The customer has spoken since a sentence of this move was used. */
  answered: z.enum(['yes', 'no']).optional(),
  /** So often the customer has spoken since a cue of this play was last heard. */
  followed: count.optional(),
  /** Said in so many words, whether or not it was written down yet. */
  told: oneOrMore(z.enum(sayables)).optional(),
  /** Goes with heard: later than any of these. */
  after: oneOrMore(cueCode).optional(),
  /** Goes with heard, demanded or demandAnswered: at least so often. */
  times: count.optional(),
})

/** Every sentence of a condition must hold; a list is read as `all`. */
export type Condition = z.output<typeof sentences> & {
  readonly all?: readonly Condition[] | undefined
  readonly any?: readonly Condition[] | undefined
  readonly not?: Condition | undefined
}
const several = z.lazy(() => z.array(condition).min(1)).optional()
export const condition: z.ZodType<Condition> = z.preprocess(
  (value) => (Array.isArray(value) ? { all: value } : value),
  sentences
    .extend({ all: several, any: several, not: z.lazy(() => condition).optional() })
    .refine(
      (given) => Object.keys(given).some((key) => key !== 'times' && key !== 'after'),
      'empty-condition',
    ),
)

export const conditionWords = [...Object.keys(sentences.shape), 'all', 'any', 'not']
