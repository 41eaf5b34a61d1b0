import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import type { CaseRecord, ComplaintEvent } from '../record/contract.ts'
import { change, type Command, type Situation } from '../timeline/actions.ts'
import type { Measure, MeasureStep, MeasureTerms, Unneeded } from './contract.ts'
import { isBackwards, whyNotMoved } from './rules.ts'

type Handling = May<'complaints.handle'>
type Order = Omit<Command, 'complaintId'>
type Decided = Pick<MeasureStep, 'on' | 'byName'>
type Done = Result<{ complaintId: string; head: number }>

/** A new measure is considered; decided at once when somebody says who decided it. */
export function write(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { id, basedOn, decided, ...terms }: Order & MeasureTerms & { decided?: Decided | undefined },
): Promise<Done> {
  return onRecord(ports, may, complaintId, { id, basedOn }, ({ at }) => {
    if (isBackwards(terms)) return refuse('invalid', 'complaints.measure-dates', {})
    const written = termsEvent(id, { ...terms, isRewording: false })
    if (!decided) return ok([written])
    const step = { ...decided, state: 'decided' as const, words: '' }
    const why = whyNotMoved({ state: 'considered' }, step, dayOf(at))
    return why ? refuse('invalid', why, {}) : ok([written, movedEvent(id, step)])
  })
}

export function rewrite(
  ports: Ports,
  may: Handling,
  complaintId: string,
  {
    id,
    basedOn,
    measureId,
    ...terms
  }: Order & MeasureTerms & { measureId: string; isRewording: boolean },
): Promise<Done> {
  return onRecord(ports, may, complaintId, { id, basedOn }, ({ record }) => {
    if (!standing(record, measureId)) return refuse('missing', 'complaints.measure-missing', {})
    if (isBackwards(terms)) return refuse('invalid', 'complaints.measure-dates', {})
    return ok([termsEvent(measureId, terms)])
  })
}

export function move(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { id, basedOn, measureId, ...step }: Order & MeasureStep & { measureId: string },
): Promise<Done> {
  return onRecord(ports, may, complaintId, { id, basedOn }, ({ record, at }) => {
    const before = standing(record, measureId)
    if (!before) return refuse('missing', 'complaints.measure-missing', {})
    const why = whyNotMoved(before, step, dayOf(at))
    return why ? refuse('conflict', why, {}) : ok([movedEvent(measureId, step)])
  })
}

export function withdraw(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { measureId, reason, ...order }: Order & { measureId: string; reason: string },
): Promise<Done> {
  return onRecord(ports, may, complaintId, order, ({ record }) =>
    standing(record, measureId)
      ? ok([{ type: 'complaints.measure-withdrawn', payload: { measureId, reason } }])
      : refuse('missing', 'complaints.measure-missing', {}),
  )
}

/** Not beside a measure: the record would say both. */
export function doWithout(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { id, basedOn, ...decision }: Order & Unneeded,
): Promise<Done> {
  return onRecord(ports, may, complaintId, { id, basedOn }, ({ record, at }) => {
    if (decision.on > dayOf(at)) return refuse('invalid', 'complaints.measure-day-ahead', {})
    if (record.measures.some(({ state }) => state !== 'withdrawn'))
      return refuse('conflict', 'complaints.measures-stand', {})
    return ok([{ type: 'complaints.measures-unneeded', payload: decision }])
  })
}

export function needAfterAll(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { reason, ...order }: Order & { reason: string },
): Promise<Done> {
  return onRecord(ports, may, complaintId, order, ({ record }) =>
    record.noMeasure
      ? ok([{ type: 'complaints.measures-needed', payload: { reason } }])
      : refuse('conflict', 'complaints.measures-not-unneeded', {}),
  )
}

function standing({ measures }: CaseRecord, measureId: string): Measure | undefined {
  return measures.find(({ id, state }) => id === measureId && state !== 'withdrawn')
}

function termsEvent(
  measureId: string,
  terms: MeasureTerms & { isRewording: boolean },
): ComplaintEvent {
  return { type: 'complaints.measure-written', payload: { ...terms, measureId } }
}

function movedEvent(measureId: string, step: MeasureStep): ComplaintEvent {
  return { type: 'complaints.measure-moved', payload: { ...step, measureId } }
}

function dayOf(at: string): string {
  return tokyoDay(Temporal.Instant.from(at)).toString()
}

async function onRecord(
  ports: Ports,
  may: Handling,
  complaintId: string,
  { id, basedOn }: Order,
  decide: (situation: Situation) => Result<readonly ComplaintEvent[]>,
): Promise<Done> {
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) =>
    decide(situation),
  )
  return done.ok ? ok({ complaintId, head: done.value.head }) : done
}
