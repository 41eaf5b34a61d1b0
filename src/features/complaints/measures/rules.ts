import type { z } from 'zod'
import type { CaseRecord, Recorded } from '../record/contract.ts'
import {
  rankOf,
  type Measure,
  type measuresEvents,
  type MeasureStep,
  type MeasureTerms,
} from './contract.ts'

type Said<T extends keyof typeof measuresEvents> = z.output<(typeof measuresEvents)[T]>
type Asked = Pick<CaseRecord, 'measures' | 'noMeasure'>
type Place = Pick<Recorded, 'at' | 'byName'>

/** What the record learns of what is changed so that it does not happen again. */
export const whatChanges = {
  'complaints.measure-written': written,
  'complaints.measure-moved': (
    { measures }: Asked,
    { measureId, ...step }: Said<'complaints.measure-moved'>,
    place: Place,
  ) => ({ measures: became(measures, measureId, place, (each) => movedTo(each, step)) }),
  'complaints.measure-withdrawn': (
    { measures }: Asked,
    { measureId }: Said<'complaints.measure-withdrawn'>,
    place: Place,
  ) => ({ measures: became(measures, measureId, place, () => ({ state: 'withdrawn' as const })) }),
  'complaints.measures-unneeded': (_: Asked, noMeasure: Said<'complaints.measures-unneeded'>) => ({
    noMeasure,
  }),
  'complaints.measures-needed': () => ({ noMeasure: null }),
}

function written(
  { measures }: Asked,
  { measureId: id, isRewording, ...terms }: Said<'complaints.measure-written'>,
  { at: changedAt, byName: changedByName }: Place,
): Asked {
  const change = { ...terms, changedAt, changedByName }
  const before = measures.find((each) => each.id === id)
  const fresh: Measure = { id, state: 'considered', steps: [], ...change }
  if (!before) return { measures: [...measures, fresh], noMeasure: null }
  const isDecidedStill = isRewording || isSaidTheSame(before.words, terms.words)
  const after = isDecidedStill ? { ...before, ...change } : fresh
  return { measures: measures.map((each) => (each === before ? after : each)), noMeasure: null }
}

function became(
  measures: readonly Measure[],
  measureId: string,
  { at: changedAt, byName: changedByName }: Place,
  change: (measure: Measure) => Partial<Measure>,
): Measure[] {
  return measures.map((each) =>
    each.id === measureId ? { ...each, ...change(each), changedAt, changedByName } : each,
  )
}

/** What it had reached beyond that falls away with it. */
function movedTo({ steps }: Measure, step: MeasureStep): Partial<Measure> {
  const before = steps.filter(({ state }) => rankOf(state) < rankOf(step.state))
  return { state: step.state, steps: step.state === 'considered' ? [] : [...before, step] }
}

function isSaidTheSame(a: string, b: string): boolean {
  const bare = (words: string) => words.replaceAll(/[\s　。．.]+/gu, '')
  return bare(a) === bare(b)
}

export type MeasureRefusal =
  | 'complaints.measure-there-already'
  | 'complaints.measure-undecided'
  | 'complaints.measure-not-done'
  | 'complaints.measure-unchecked'
  | 'complaints.measure-back-without-reason'
  | 'complaints.measure-day-ahead'

/** Why a measure has not come so far, or null. `today`: YYYY-MM-DD in Japan. */
export function whyNotMoved(
  { state: from }: Pick<Measure, 'state'>,
  { state: to, on, words }: Pick<MeasureStep, 'state' | 'on' | 'words'>,
  today: string,
): MeasureRefusal | null {
  if (from === to) return 'complaints.measure-there-already'
  if (on > today) return 'complaints.measure-day-ahead'
  if (rankOf(to) < rankOf(from))
    return words === '' ? 'complaints.measure-back-without-reason' : null
  if (from === 'considered' && to !== 'decided') return 'complaints.measure-undecided'
  if (to !== 'effective') return null
  if (from !== 'done') return 'complaints.measure-not-done'
  return words === '' ? 'complaints.measure-unchecked' : null
}

/** It cannot be done before it begins to hold. */
export function isBackwards({ fromOn, dueOn }: Pick<MeasureTerms, 'fromOn' | 'dueOn'>): boolean {
  return fromOn !== null && dueOn !== null && dueOn < fromOn
}
