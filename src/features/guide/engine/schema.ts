import { z } from 'zod'
import { cueCode } from '#features/language/contract.ts'
import { stage } from '../contract.ts'
import { condition } from './conditions.ts'

/** What comes first when several plays are right at once; `aside` is announced and never takes the screen by itself. */
export const tiers = ['opening', 'safety', 'protect', 'cue', 'main', 'aside'] as const
export const tier = z.enum(tiers)
export type Tier = z.output<typeof tier>

const sentence = z.string().trim().min(1).max(300)
const sayable = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  z.strictObject({ text: sentence, when: condition.optional() }),
)
const into =
  /^(note|concern|safety|offer|answer|agreement|commitment|customer|cause|escalation|done|(?:fact|confirmed):(what|when|where|who|how|harm|cause|contract)|details:(subject|product|orderNumber|lot|happenedOn|happenedWhere|expectedOutcome|price|purchasedOn)|demand:(refund|exchange|repair|explanation|apology|compensation|visit|document|deadline|prostration|punishment|personal-info|other))$/

const writing = z.strictObject({
  into: z.string().regex(into, 'unknown-field'),
  label: sentence,
  required: z.boolean().default(false),
})

export const moveInFile = z.strictObject({
  id: sentence,
  stage,
  goal: sentence,
  /** Nothing to say (a move that is done, not said) or at least three ways to say it. */
  say: z.array(sayable).refine(({ length }) => length === 0 || length >= 3, 'too-few-ways'),
  ask: z.array(sayable).default([]),
  write: z.array(writing).default([]),
  avoid: z.array(z.strictObject({ words: sentence, why: sentence })).default([]),
  because: z.array(sentence).default([]),
  reasons: z.array(sentence).min(1),
  when: condition.optional(),
  /** Without it, saying one of its sentences finishes the move. */
  done: condition.optional(),
  /** How far back a used sentence or a finished move counts. */
  per: z.enum(['cue', 'talk', 'record']).optional(),
  /** The move that follows, in this play or as `play/move`. */
  next: sentence.optional(),
  urgency: tier.optional(),
})

export const playInFile = z.strictObject({
  play: sentence,
  title: sentence,
  about: z.string().trim().min(1),
  tier,
  cues: z.array(cueCode).default([]),
  /** Whether a cue of an earlier call still counts in this one. */
  memory: z.enum(['talk', 'record']).default('talk'),
  opens: condition.optional(),
  ends: condition.optional(),
  because: z.array(sentence).min(1),
  moves: z.array(moveInFile).min(1),
})

export type Play = z.output<typeof playInFile>
export type PlayMove = z.output<typeof moveInFile>
export type Playbook = {
  readonly language: string
  /** SHA-256 over the texts of all files; the same texts always have the same version. */
  readonly version: string
  readonly plays: readonly Play[]
}
