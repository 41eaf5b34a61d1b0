import { z } from 'zod'
import { severity } from '#features/language/contract.ts'

/**
 * What has to happen before a letter with this finding may leave: nothing (it is advice), a reason from the writer,
 * a reason from a supervisor, or other words.
 */
export const need = z.enum(['nothing', 'reason', 'leader', 'change'])
export type Need = z.output<typeof need>

/** Offsets are UTF-16 places in the text as it was typed. */
export const gateFinding = z.object({
  /** A wording rule, or one of the gate's own. */
  rule: z.string(),
  severity,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  message: z.string(),
  fix: z.string().optional(),
  need,
})
export type GateFinding = z.output<typeof gateFinding>

export const reasonGiven = z.object({
  rule: z.string().max(60),
  reason: z.string().trim().min(2).max(500),
})
export type ReasonGiven = z.output<typeof reasonGiven>

/**
 * A reason as it is kept: a supervisor's own opens what only a supervisor may open, also later. One that came of an approval
 * says of which words (`ofText`, their hash): for others it opens nothing.
 */
export const keptReason = reasonGiven.extend({
  byLeader: z.boolean(),
  ofText: z.string().optional(),
})
export type KeptReason = z.output<typeof keptReason>
