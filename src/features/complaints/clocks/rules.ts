import type { z } from 'zod'
import type { clocksEvents } from '#features/assessment/clocks/contract.ts'
import type { CaseRecord, Recorded, RecordedClock } from '../record/contract.ts'

type Said<T extends keyof typeof clocksEvents> = z.output<(typeof clocksEvents)[T]>
type Clocks = Pick<CaseRecord, 'clocks'>

/** What the record learns of the clocks of the law. */
export const whatTheLawAsks = {
  'assessment.triage-answered': triageAnswered,
  'assessment.clock-started': clockStarted,
  'assessment.clock-corrected': clockStarted,
  'assessment.clock-declined': clockDeclined,
  'assessment.stage-done': (
    record: Clocks,
    { clockId, stage, on }: Said<'assessment.stage-done'>,
  ) => stageDone(record, clockId, stage, on),
  'assessment.stage-reopened': (
    record: Clocks,
    { clockId, stage }: Said<'assessment.stage-reopened'>,
  ) => stageDone(record, clockId, stage, null),
}

function triageAnswered(
  record: CaseRecord,
  { question, answer, words }: Said<'assessment.triage-answered'>,
  { at, byName }: Pick<Recorded, 'at' | 'byName'>,
): Pick<CaseRecord, 'triage'> {
  const others = record.triage.filter((each) => each.question !== question)
  return { triage: [...others, { question, answer, words, at, byName }] }
}

/** What was done stays done when only the start is corrected. */
function clockStarted(
  { clocks }: Clocks,
  { clockId, code, name, stages }: Said<'assessment.clock-started'>,
): Clocks {
  const before = clocks.find((each) => each.clockId === clockId)
  const doneOn = (stage: string) =>
    before?.stages.find((each) => each.stage === stage)?.doneOn ?? null
  const now = stages.map((each) => ({ ...each, doneOn: doneOn(each.stage) }))
  return withClock(clocks, { clockId, code, name, state: stateOf(now), stages: now })
}

function clockDeclined(
  { clocks }: Clocks,
  { clockId, code, name }: Said<'assessment.clock-declined'>,
): Clocks {
  return withClock(clocks, { clockId, code, name, state: 'not-applicable', stages: [] })
}

/** `doneOn` null: taken back. */
function stageDone(
  { clocks }: Clocks,
  clockId: string,
  stage: string,
  doneOn: string | null,
): Clocks {
  return {
    clocks: clocks.map((clock) => {
      if (clock.clockId !== clockId) return clock
      const stages = clock.stages.map((each) => (each.stage === stage ? { ...each, doneOn } : each))
      return { ...clock, stages, state: stateOf(stages) }
    }),
  }
}

function withClock(clocks: readonly RecordedClock[], clock: RecordedClock): Clocks {
  return { clocks: [...clocks.filter(({ clockId }) => clockId !== clock.clockId), clock] }
}

function stateOf(stages: RecordedClock['stages']): 'done' | 'running' {
  return stages.every(({ doneOn }) => doneOn !== null) ? 'done' : 'running'
}
