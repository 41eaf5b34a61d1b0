import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line } from '#kernel/fields.ts'
import { answeringFunction } from '../contract.ts'

/** How far a measure has come, in this order. Only from `decided` on may a customer be told that it will be so. */
export const measureStates = ['considered', 'decided', 'underway', 'done', 'effective'] as const
export const measureState = z.enum(measureStates)
export type MeasureState = z.output<typeof measureState>

/** Who decided, or says that it has come so far. Not everybody who decides sits at this desk. */
const who = z.string().trim().min(1).max(80)

/** What changes, as it may be told to the customer, and who sees to it. */
export const measureTerms = z.object({
  words: z.string().trim().min(1).max(200),
  /** A function of the company, never a person; `ownerName` is whoever sees to it, or empty. */
  answeringFunction,
  ownerName: z.string().trim().max(80),
  /** From when it is to hold, and by when it is to be done. */
  fromOn: day.nullable(),
  dueOn: day.nullable(),
})
export type MeasureTerms = z.output<typeof measureTerms>

export const measuresEvents = {
  /** A new measure, or the terms of a known one from now on. With other words it is to be decided again, unless it only reads better. */
  'complaints.measure-written': measureTerms.extend({ measureId: id, isRewording: z.boolean() }),
  'complaints.measure-moved': z.object({
    measureId: id,
    state: measureState,
    on: day,
    byName: z.string(),
    /** What the effect was seen by; why it went back. */
    words: z.string(),
  }),
  'complaints.measure-withdrawn': z.object({ measureId: id, reason: z.string() }),
  'complaints.measures-unneeded': z.object({ reason: z.string(), on: day, byName: z.string() }),
  'complaints.measures-needed': z.object({ reason: z.string() }),
}

/** A state that was reached and holds, with who said so and on which day. */
export const measureStep = z.object({
  state: measureState,
  on: day,
  byName: z.string(),
  words: z.string(),
})
export type MeasureStep = z.output<typeof measureStep>

export const measure = measureTerms.extend({
  id,
  state: z.enum([...measureStates, 'withdrawn']),
  /** Empty while it is considered; then from `decided` to where it stands. */
  steps: z.array(measureStep),
  changedAt: instant,
  changedByName: z.string(),
})
export type Measure = z.output<typeof measure>

/** -1: withdrawn; 0: considered. */
export function rankOf(state: Measure['state']): number {
  return measureStates.findIndex((each) => each === state)
}

/** Decided or further: a customer may be told that it is so. */
export function isDecided({ state }: Pick<Measure, 'state'>): boolean {
  return rankOf(state) >= rankOf('decided')
}

/** The day and the person of a state that was reached; undefined when it was passed over. */
export function stepOf({ steps }: Measure, state: MeasureState): MeasureStep | undefined {
  return steps.find((each) => each.state === state)
}

/** It was decided that nothing has to change. */
export const unneeded = z.object({ reason: z.string(), on: day, byName: z.string() })
export type Unneeded = z.output<typeof unneeded>

const onComplaint = z.object({ complaintId: id })
const onMeasure = onComplaint.extend({ measureId: id })
const changed = z.object({ complaintId: id, head: z.int() })
const path = '/api/complaints/:complaintId/measures' as const
const noMeasurePath = '/api/complaints/:complaintId/no-measure' as const

export const listMeasures = endpoint({
  method: 'get',
  path,
  summary:
    'What is changed so that it does not happen again, withdrawn measures too; or the decision that nothing has to.',
  params: onComplaint,
  answer: z.object({ head: z.int(), measures: z.array(measure), unneeded: unneeded.nullable() }),
})
export const writeMeasure = endpoint({
  method: 'post',
  path,
  summary:
    'Write a measure down under the id of the command; with `decided` it is decided at once. Lifts a decision that none is needed.',
  params: onComplaint,
  body: command.extend({
    ...measureTerms.shape,
    decided: z.object({ on: day, byName: who }).optional(),
  }),
  answer: changed,
})
export const changeMeasure = endpoint({
  method: 'put',
  path: `${path}/:measureId`,
  summary:
    'Change what a measure says. With other words it is to be decided again, unless `isRewording`.',
  params: onMeasure,
  body: command.extend({ ...measureTerms.shape, isRewording: z.boolean().default(false) }),
  answer: changed,
})
export const moveMeasure = endpoint({
  method: 'post',
  path: `${path}/:measureId/states`,
  summary:
    'Say how far a measure has come: who, and on which day. Back needs a reason; its effect, what it was seen by.',
  params: onMeasure,
  body: command.extend({
    state: measureState,
    on: day,
    byName: who,
    words: z.string().trim().max(500).default(''),
  }),
  answer: changed,
})
export const withdrawMeasure = endpoint({
  method: 'post',
  path: `${path}/:measureId/withdrawal`,
  summary: 'Take a measure back with a reason; letters that tell of it must be looked at again.',
  params: onMeasure,
  body: command.extend({ reason: line }),
  answer: changed,
})
export const decideNoMeasure = endpoint({
  method: 'put',
  path: noMeasurePath,
  summary: 'Record the decision that nothing has to change, with its reason.',
  params: onComplaint,
  body: command.extend({ reason: line, on: day, byName: who }),
  answer: changed,
})
export const liftNoMeasure = endpoint({
  method: 'delete',
  path: noMeasurePath,
  summary: 'Take back that nothing has to change.',
  params: onComplaint,
  body: command.extend({ reason: line }),
  answer: changed,
})
