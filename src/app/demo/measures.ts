import { tokyoDay } from '#kernel/tokyo.ts'
import * as measures from '#features/complaints/measures/contract.ts'
import type { Step } from '#test/cast.ts'
import { must, type Turn } from './steps.ts'

type Take = Extract<Step, { do: 'measure' }>
type GoOn = Extract<Step, { do: 'move-measure' }>
type DoWithout = Extract<Step, { do: 'no-measure' }>

export function takeMeasure({ call, who, id, on, at }: Turn, step: Take) {
  const { words, answeringFunction, ownerName, decidedBy: byName } = step
  const terms = { words, answeringFunction, ownerName, fromOn: null, dueOn: null }
  const decided = byName === undefined ? {} : { decided: { on: dayOf(at), byName } }
  return must(call(who, measures.writeMeasure, { params: on, body: { id, ...terms, ...decided } }))
}

export function goOnWithMeasure({ call, who, id, on, at, named }: Turn, step: GoOn) {
  const { state, byName, words = '' } = step
  const params = { ...on, measureId: named(step.key) }
  const body = { id, state, on: dayOf(at), byName, words }
  return must(call(who, measures.moveMeasure, { params, body }))
}

export function doWithoutMeasure({ call, who, id, on, at }: Turn, { reason, byName }: DoWithout) {
  const body = { id, reason, byName, on: dayOf(at) }
  return must(call(who, measures.decideNoMeasure, { params: on, body }))
}

function dayOf(at: Temporal.Instant): string {
  return tokyoDay(at).toString()
}
