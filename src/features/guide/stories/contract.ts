import { z } from 'zod'
import { cueCode } from '#features/language/contract.ts'
import { channel, customerFields, details } from '#features/complaints/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { strength } from '#features/harassment/judging/contract.ts'
import { step as ladderStep, type OccasionKind } from '#features/harassment/ladder/contract.ts'
import {
  startingThresholds,
  thresholds,
  type Thresholds,
} from '#features/harassment/standards/contract.ts'
import { apologyScope, noticeable, stage } from '../contract.ts'

const text = z.string().min(1)
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item))

/** What a letter that was drafted from the record must be after a step. */
const letterExpectation = z.strictObject({
  /** Somewhere, or nowhere, in its text. */
  says: list(text).optional(),
  never: list(text).optional(),
  /** Sentences that the record carries no more, and the reasons that are told; an empty list: none. */
  red: list(text).optional(),
  because: list(text).optional(),
  /** Sentences that were reworded and still speak of the same; those that are the writer's own. */
  mended: list(text).optional(),
  own: list(text).optional(),
  /** Whether it may leave as it stands, without any reason being given. */
  leaves: z.boolean().optional(),
})
export type LetterExpectation = z.output<typeof letterExpectation>

/** What the steps against abuse must be on this call, or on this day at the counter or on a visit. */
const ladderExpectation = z.strictObject({
  /** Manners that opened it; an empty list: nothing did, and it stays shut. */
  heard: list(text).optional(),
  next: ladderStep.optional(),
  /** Requests to stop so far. */
  requests: z.int().optional(),
  /** Somewhere, or nowhere, among the words of the next step. */
  says: list(text).optional(),
  never: list(text).optional(),
  /** Step → what it waits for; `nothing`: it may be taken. */
  waits: z.partialRecord(ladderStep, text).optional(),
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

/** What must be on the screen after a step. A text between slashes is a regular expression, else a part of the sentence. */
export const expectation = z.strictObject({
  play: text.optional(),
  move: text.optional(),
  stage: stage.optional(),
  urgency: text.optional(),
  count: z.int().nullable().optional(),
  /** Somewhere among the current sentences that were not said yet. */
  says: list(text).optional(),
  /** Nowhere on the screen: not in the current move, not in those that follow. */
  never: list(text).optional(),
  asks: list(text).optional(),
  writes: list(text).optional(),
  because: list(text).optional(),
  /** The move that waits beside the current one; `none` when there must not be one. */
  announces: text.optional(),
  /** Somewhere among the sentences of the announced move. */
  announcedSays: list(text).optional(),
  /** What is known of whoever is on the line. */
  noticed: list(noticeable).optional(),
  /** Moves that must be among the following ones. */
  follows: list(text).optional(),
  apology: apologyScope.shape.level.optional(),
  unknowns: list(text).optional(),
  known: list(text).optional(),
  /** Still unknown, and said in so many words: key → what would be written down. */
  heard: z.record(z.string(), z.string()).optional(),
  /** Plays that were called up. */
  plays: list(text).optional(),
  letter: letterExpectation.optional(),
  harassment: conductExpectation.optional(),
})
export type Expectation = z.output<typeof expectation>

const words = z.record(z.string(), z.unknown())
/** By code, or code → the words that carry it; heard by the product when left out. */
const cues = z.union([z.array(cueCode), z.partialRecord(cueCode, text)]).optional()
export type ToldCues = z.output<typeof cues>

export const step = z.strictObject({
  /** The customer said it. */
  customer: text.optional(),
  cues,
  operator: text.optional(),
  /** Uses a sentence of the current move: the first that was not said yet, or the one with these words. */
  says: text.optional(),
  /** Marks a move as done; `current` or its id. */
  finishes: text.optional(),
  dismisses: cueCode.optional(),
  /** An event of the record, by its type; `with` is its payload, ids may be any word. */
  record: text.optional(),
  with: words.optional(),
  /** Time passes: until then, or so many seconds. */
  now: z.iso.datetime({ offset: true }).optional(),
  waits: z.int().positive().optional(),
  options: z.array(text).optional(),
  /** A step against abuse is taken, if it may be: its words are said and written down. */
  takes: ladderStep.optional(),
  /** A letter of this kind is drafted from the record as it is; it takes the place of the one before. */
  drafts: text.optional(),
  /** Somebody changes the letter by hand: these words … `into` those; empty: they are taken out. */
  rewords: text.optional(),
  into: z.string().optional(),
  /** The words of the clause change in the table; empty: it is out of use. */
  clauseText: z.string().optional(),
  expect: expectation.optional(),
})
export type Step = z.output<typeof step>
export const acts = [
  'customer',
  'operator',
  'says',
  'finishes',
  'dismisses',
  'record',
  'now',
  'waits',
  'options',
  'takes',
  'drafts',
  'rewords',
  'clauseText',
] as const

export const story = z.strictObject({
  story: text,
  about: text.optional(),
  /** Of the playbook it is told to. */
  language: z.enum(['ja', 'en']).default('ja'),
  now: z.iso.datetime({ offset: true }).default('2026-11-24T10:00:00+09:00'),
  handler: text.default('中村'),
  organisation: text.default('みなと食品'),
  channel: channel.default('phone'),
  /** What is said is written down by speech-to-text as it is said. */
  transcribed: z.boolean().default(false),
  /** The words that came in; a telephone begins without. */
  words: z.string().default(''),
  cues,
  customer: customerFields.default({}),
  details: details.default({}),
  /** Labels of remedies that the rules allow. */
  options: z.array(text).default([]),
  clause: text.default('お約束規定第4条'),
  clauseText: z.string().default('届いた品に不良があるときは、交換または返品とする。'),
  /** The company's own numbers against abuse; those left out are what a company begins with. */
  standards: z
    .strictObject(thresholds.partial().shape)
    .default({})
    .transform((own) => thresholds.parse({ ...startingThresholds, ...own })),
  promisesElsewhere: z
    .array(
      z.strictObject({
        words: text,
        dueAt: z.iso.datetime({ offset: true }),
        state: z.enum(['open', 'broken']).default('broken'),
        ownerName: text.default('松井'),
        complaintNumber: text.default('U-2026-000042'),
      }),
    )
    .default([]),
  expect: expectation.optional(),
  steps: z.array(step).min(1),
})
export type Story = z.output<typeof story>

/** What a story says about itself after it was run. */
export const storyOutcome = z.object({
  file: text,
  story: text,
  passed: z.boolean(),
  failures: z.array(z.object({ line: z.int(), step: z.int(), what: text })),
})
export type StoryOutcome = z.output<typeof storyOutcome>

/** What a letter stands on. `now`: ISO instant. */
export type LetterGround = {
  readonly record: CaseRecord
  readonly now: string
  readonly clauses: readonly {
    readonly id: string
    readonly clause: string
    readonly clauseText: string
    readonly isActive: boolean
  }[]
}
export type LetterLook = {
  readonly red: readonly { readonly text: string; readonly why: string }[]
  readonly mended: readonly string[]
  readonly own: readonly string[]
  /** Why it may not leave. */
  readonly held: readonly string[]
}
export type StoryLetter = {
  readonly text: string
  /** A text that came from this draft, held against the record of now. */
  readonly look: (text: string, given: LetterGround) => LetterLook
}
/** Letters are made by a room above the guide; whoever runs stories brings them. A sentence: why there is none. */
export type StoryLetters = (kind: string, given: LetterGround) => StoryLetter | string

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
    readonly next: z.output<typeof ladderStep>
    readonly requests: number
    readonly emergency: string | null
    readonly offers: readonly {
      readonly step: z.output<typeof ladderStep>
      readonly waitsFor: string | null
      readonly say: readonly string[]
    }[]
  }
}
/** Judged by a room above the guide; whoever runs stories brings it. */
export type StoryConduct = {
  readonly look: (given: ConductGround) => ConductLook
  /** The event of a step that is taken now; a sentence: why it may not. */
  readonly take: (wanted: z.output<typeof ladderStep>, given: ConductGround) => object | string
}
