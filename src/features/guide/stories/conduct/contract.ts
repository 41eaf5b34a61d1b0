import { z } from 'zod'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { strength } from '#features/harassment/judging/contract.ts'
import { step, type OccasionKind } from '#features/harassment/ladder/contract.ts'
import type { Thresholds } from '#features/harassment/standards/contract.ts'

const text = z.string().min(1)
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item))

/** What the steps against abuse must be on this call, or on this day at the counter or on a visit. */
const ladderExpectation = z.strictObject({
  /** Manners that opened it; an empty list: nothing did, and it stays shut. */
  heard: list(text).optional(),
  next: step.optional(),
  /** Requests to stop so far. */
  requests: z.int().optional(),
  /** Somewhere, or nowhere, among the words of the next step. */
  says: list(text).optional(),
  never: list(text).optional(),
  /** Step → what it waits for; `nothing`: it may be taken. */
  waits: z.partialRecord(step, text).optional(),
  /** The danger that opens the way to 110 at once; `none` when there must not be one. */
  emergency: text.optional(),
})

/** What the pane of protection must show after a step: where the record is near to abuse, and where it is not. */
export const conductExpectation = z.strictObject({
  /** Type → why: words, minutes, visit-minutes, loops, contacts. Exactly these; `{}`: none. */
  near: z.record(text, list(text)).optional(),
  /** Type → once, repeated, past-standard: the strongest that is shown. */
  strength: z.record(text, strength).optional(),
  /** Type → words of the record that stand under it. */
  grounds: z.record(text, list(text)).optional(),
  /** Sentences with the company's own number, as they stand on the screen; an empty list: none. */
  standards: list(text).optional(),
  /** Examples of how, and of what, exactly. */
  manners: list(text).optional(),
  contents: list(text).optional(),
  /** What speaks for the customer, or against ourselves. */
  hints: list(text).optional(),
  ladder: ladderExpectation.optional(),
  /** The complaint is open, and these demands (kind or words), concerns and promises still are. */
  goesOn: list(text).optional(),
})
export type ConductExpectation = z.output<typeof conductExpectation>

/** What the pane stands on. `now`: ISO instant. */
export type ConductGround = {
  readonly record: CaseRecord
  readonly entries: readonly TimelineEntry[]
  readonly now: string
  readonly standards: Thresholds
  readonly place: { readonly kind: OccasionKind; readonly callId: string | null }
  /** Whoever is acting, and the id of what they do next. */
  readonly handler: { readonly id: string; readonly name: string }
  readonly stepId: string
}
export type ConductLook = {
  readonly near: readonly {
    readonly type: string
    readonly because: string
    readonly strength: z.output<typeof strength>
    readonly words: readonly string[]
    /** Null: no number of the company is behind it. */
    readonly standard: string | null
  }[]
  readonly manners: readonly string[]
  readonly contents: readonly string[]
  readonly hints: readonly string[]
  readonly ladder: {
    readonly heard: readonly string[]
    readonly next: z.output<typeof step>
    readonly requests: number
    readonly emergency: string | null
    readonly offers: readonly {
      readonly step: z.output<typeof step>
      readonly waitsFor: string | null
      readonly say: readonly string[]
    }[]
  }
}
/** Judged by a room above the guide; whoever runs stories brings it. */
export type StoryConduct = {
  readonly look: (given: ConductGround) => ConductLook
  /** The event of a step that is taken now; a sentence: why it may not. */
  readonly take: (wanted: z.output<typeof step>, given: ConductGround) => object | string
}
