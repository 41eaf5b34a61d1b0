import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant, line } from '#kernel/fields.ts'
import { factTopic } from '#features/complaints/contract.ts'
import { cueCode } from '#features/language/contract.ts'

/** Asked in this order: what concerns somebody's safety comes first. */
export const triageQuestions = [
  'hurt',
  'unwell',
  'leaked',
  'cancels',
  'insider',
  'sector',
  'attacked',
  'authority',
] as const
export const triageQuestion = z.enum(triageQuestions)
export type TriageQuestion = z.output<typeof triageQuestion>

export const startEvents = [
  'known',
  'document-received',
  'recall-started',
  'institution-learnt',
  'delivered',
  'offender-known',
  'reported',
  'requested',
  'body-asked',
  'complained',
] as const
/** From when a clock counts; `known` means known to any department of the company. */
export const startEvent = z.enum(startEvents)

const text = z.strictObject({ ja: line, en: line })
const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

export const units = ['hour', 'day', 'business-day', 'month', 'year'] as const
/** How long: `firstDay` says whether the day of the start is day 1. Hours are counted from the minute. */
export const length = z.strictObject({
  count: z.int().min(0).max(10_000),
  unit: z.enum(units),
  firstDay: z.enum(['counted', 'not-counted']).default('not-counted'),
  /** An earlier day to work towards, counted in the same way. */
  aim: z.int().min(0).max(10_000).optional(),
})
export type Length = z.output<typeof length>

export const stage = z.strictObject({
  key,
  name: text,
  length,
  /** For some variants of the clock the length is another one. */
  lengthFor: z.record(key, length).default({}),
  /** `rolls`: when the last day is a day on which the office is closed, the next open day is the last. */
  onHoliday: z.enum(['rolls', 'stays']),
  /** Whose days: government offices, or the company's own business calendar. */
  calendar: z.enum(['government', 'company']).default('government'),
  /** `soft`: the law says 直ちに, 速やかに or 遅滞なく; the days are the company's own aim. */
  hardness: z.enum(['fixed', 'soft', 'contract', 'policy']),
  /** The law's own word for a soft deadline. */
  word: text.optional(),
})
export type StageDefinition = z.output<typeof stage>

/** One kind of clock, with where it comes from and when somebody last looked there. */
export const clockDefinition = z.strictObject({
  code: key,
  name: text,
  /** Whose matter: a duty of ours, a right of ours, the customer's right, or what others owe. */
  whose: z.enum(['our-duty', 'our-right', 'customers-right', 'others-duty']),
  /** What in a record makes us offer it. Nothing of this decides. */
  offeredBy: z.strictObject({
    answers: z.array(triageQuestion).min(1),
    cues: z.array(cueCode).default([]),
    harms: z.array(z.enum(['near-miss', 'injured'])).default([]),
    facts: z.array(factTopic).default([]),
  }),
  /** In which cases it runs. */
  when: text,
  start: z.strictObject({ event: startEvent, note: text.optional() }),
  bearer: text,
  addressee: text,
  basis: text,
  variants: z.array(z.strictObject({ key, name: text })).default([]),
  stages: z.array(stage).min(1),
  notes: z.array(text).default([]),
  sources: z
    .array(
      z.strictObject({
        url: z.string().regex(/^https?:\/\/\S+$/),
        kind: z.enum(['primary', 'secondary']),
      }),
    )
    .min(1),
  /** What a person has still to compare with the law itself. */
  toCheck: z.array(text).default([]),
  /** Since when the law says so, where the source tells. */
  effectiveFrom: day.optional(),
  checkedOn: day,
})
export type ClockDefinition = z.output<typeof clockDefinition>

/** A definition as this organisation has it: as shipped, or in its own words from a day on. */
export const heldDefinition = z.object({
  definition: clockDefinition,
  isOwn: z.boolean(),
  /** Taken out of triage: the company has nothing to do with it. */
  isResting: z.boolean(),
  nextCheckOn: day,
  isCheckDue: z.boolean(),
  /** Who changed it last; null for what was shipped. */
  changed: z.object({ at: instant, byName: z.string(), note: z.string() }).nullable(),
  /** Saved already, in force from a later day. */
  coming: z.array(z.object({ effectiveFrom: day, byName: z.string(), note: z.string() })),
})
export type HeldDefinition = z.output<typeof heldDefinition>

export const definitionVersion = z.object({
  id,
  effectiveFrom: day,
  text: z.string(),
  isResting: z.boolean(),
  note: z.string(),
  at: instant,
  byName: z.string(),
})
export type DefinitionVersion = z.output<typeof definitionVersion>

/** Until when an open complaint should have its initial assessment; a matter of safety has no such time. */
export const assessWithin = z
  .int()
  .min(5)
  .max(7 * 24 * 60)

const path = '/api/assessment/definitions' as const
const onCode = z.object({ code: key })

export const listDefinitions = endpoint({
  method: 'get',
  path,
  summary: 'The kinds of statutory clocks as this organisation has them. Not legal advice.',
  answer: z.object({
    definitions: z.array(heldDefinition),
    /** `file:line: what is wrong. how to mend it` of shipped files that cannot be read. */
    problems: z.array(z.string()),
    assessWithin,
  }),
})
export const readDefinition = endpoint({
  method: 'get',
  path: `${path}/:code`,
  summary: 'One kind of clock as text, with every version that was saved.',
  params: onCode,
  answer: z.object({
    held: heldDefinition,
    text: z.string(),
    shippedText: z.string().nullable(),
    versions: z.array(definitionVersion),
  }),
})
export const saveDefinition = endpoint({
  method: 'put',
  path: `${path}/:code`,
  summary:
    'Change a kind of clock from a day on (administrators). Clocks that run keep what they were started with.',
  params: onCode,
  body: z.object({
    id,
    text: z.string().min(1).max(20_000),
    effectiveFrom: day,
    isResting: z.boolean(),
    note: line,
  }),
  answer: heldDefinition,
})
export const checkDefinition = endpoint({
  method: 'post',
  path: `${path}/:code/checks`,
  summary: 'Say that somebody compared this kind of clock with its source today (administrators).',
  params: onCode,
  body: z.object({ id, note: line }),
  answer: heldDefinition,
})
export const changeAssessWithin = endpoint({
  method: 'put',
  path: '/api/assessment/assess-within',
  summary: 'After how many minutes a complaint without initial assessment stands on Today.',
  body: z.object({ minutes: assessWithin }),
  answer: z.object({ minutes: assessWithin }),
})
