import {
  isDecided,
  stepOf,
  type Measure,
  type MeasureState,
} from '#features/complaints/measures/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Lack } from '../drafting/contract.ts'
import { onMeasure } from './grounds.ts'
import { asMatter, blank, goesOn, inline, list, says, type Sentence } from './sentences.ts'
import type { Source } from './source.ts'

/** As the record calls them; letters and reports are in Japanese. */
export const stateNames: Readonly<Record<MeasureState, string>> = {
  considered: '検討中',
  decided: '決定',
  underway: '実施中',
  done: '実施済み',
  effective: '効果を確認',
}

/** Decided or further: what may be told as it is. */
export function decidedIn({ measures }: Pick<CaseRecord, 'measures'>): Measure[] {
  return measures.filter(isDecided)
}

/** 今後の対策, as far as it has come: what is decided; else what is considered, and only as that. Never a date that has not come. */
export function measuresTold({ record, now }: Pick<Source, 'record' | 'now'>): Sentence[] {
  const told = decidedIn(record)
  if (told.length === 0) return considered(record)
  return [
    ...inOne('decided', told, now),
    ...inOne('underway', told, now),
    ...inOne('done', told, now),
    ...told.flatMap((measure) => effectOf(measure, now)),
  ]
}

/** What only a person can say, and the record ought to hold. */
export function changesToCome(): Sentence {
  return says(`今後は、${blank('原因に合わせて何をどう改めるか')}ように改めます。`)
}

export function lacksMeasure(record: CaseRecord): Lack[] {
  return decidedIn(record).length > 0 || record.noMeasure ? [] : ['prevention']
}

/** Until it is decided nobody is told more than that it is being considered. */
function considered({ measures }: CaseRecord): Sentence[] {
  const open = measures.filter(({ state }) => state === 'considered')
  const on = open.map((each) => onMeasure(each, 'considered'))
  const [only, ...more] = open
  if (!only) return []
  const after = says('決まりましたら、その内容をお伝えいたします。', ...on)
  if (more.length === 0) {
    const text = `今後の対策として、${asMatter(only.words)}を検討しております。`
    return [says(text, ...on), after]
  }
  const lines = open.map((each) => says(inline(each.words), onMeasure(each, 'considered')))
  return [...list('今後の対策として、次のことを検討しております。', lines), after]
}

type Told = Exclude<MeasureState, 'considered' | 'effective'>

/** Those that have come just so far: one is a sentence, several are a list. What works is done. */
function inOne(state: Told, measures: readonly Measure[], now: string): Sentence[] {
  const those = measures.filter((each) => toldAs(each) === state)
  const [only, ...more] = those
  if (!only) return []
  const on = onMeasure(only, state)
  if (more.length === 0 && goesOn(only.words)) return [says(sentences[state](only, now), on)]
  return list(
    leads[state],
    those.map((each) =>
      says(`${inline(each.words)}${since(each, state, now)}`, onMeasure(each, state)),
    ),
  )
}

function toldAs({ state }: Measure): Told {
  return state === 'decided' || state === 'underway' ? state : 'done'
}

const leads: Readonly<Record<Told, string>> = {
  decided: '同じことが起きないよう、次のことを決めました。',
  underway: '同じことが起きないよう、次のことを始めております。',
  done: '同じことが起きないよう、次のように改めました。',
}

const sentences: Readonly<Record<Told, (measure: Measure, now: string) => string>> = {
  decided: (measure, now) =>
    `同じことが起きないよう、${dayOf(measure, 'decided', now)}に、${asMatter(measure.words)}を決めました。`,
  underway: (measure, now) =>
    `同じことが起きないよう、${dayOf(measure, 'underway', now)}から、${asMatter(measure.words)}を始め、いまも続けております。`,
  done: (measure, now) => {
    const words = inline(measure.words)
    const day = dayOf(measure, 'done', now)
    return verb.test(words)
      ? `${day}から、${words}ように改めました。`
      : `同じことが起きないよう、${day}に、${words}を取り入れました。`
  },
}

const verb = /(?:[うくぐすつぬぶむる]|ない)$/u

function since(measure: Measure, state: Told, now: string): string {
  const behind = { decided: '決定', underway: 'から', done: 'から' }
  return `（${dayOf(measure, state, now)}${behind[state]}）`
}

function effectOf(measure: Measure, now: string): Sentence[] {
  const seen = stepOf(measure, 'effective')
  if (!seen) return []
  const matter = asMatter(seen.words)
  return [
    says(
      `その後、${matter}を、${dayIn(seen.on, now)}に確認いたしました。`,
      onMeasure(measure, 'effective'),
    ),
  ]
}

/** The day on which it came so far. What was passed over came with what followed. */
function dayOf(measure: Measure, state: Told, now: string): string {
  const step = stepOf(measure, state) ?? measure.steps.at(-1)
  return step ? dayIn(step.on, now) : ''
}

/** `11月20日`; with its year when that is another. */
export function dayIn(on: string, now: string): string {
  const day = Temporal.PlainDate.from(on)
  const year = tokyoDay(Temporal.Instant.from(now)).year === day.year ? '' : `${day.year}年`
  return `${year}${day.month}月${day.day}日`
}
