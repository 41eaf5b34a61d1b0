import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, type May, type Scope } from '#features/access/door.ts'
import { change, commandFor, type Command, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { ClockDefinition, TriageQuestion } from '../definitions/contract.ts'
import { definitionsInForce } from '../definitions/queries.ts'
import type { ClockStage, Start, TriageAnswer } from './contract.ts'
import { heldClocks, nameOf, type HeldClock } from './queries.ts'
import { answersOf, stagesOf, warningsOf, whyNotDone, whyNotStarted } from './rules.ts'
import { removeOffers, saveClock, setTimer } from './store.ts'

type Order = Omit<Command, 'complaintId'>
type Answered = { complaintId: string; head: number }
type Events = Result<readonly ComplaintEvent[]>

/** A yes offers its clocks to whoever decides; a no takes back what nobody has decided about. */
export function answerTriage(
  ports: Ports,
  may: May<'assessment.answer-triage'>,
  complaintId: string,
  told: Order & { question: TriageQuestion; answer: TriageAnswer; words: string },
): Promise<Result<Answered>> {
  return write(ports, may, complaintId, told, async ({ tx, record, at }) => {
    const { question, answer, words } = told
    const before = record.triage.find((each) => each.question === question)
    if (before?.answer === answer && before.words === words) return ok([])
    const held = await heldClocks(tx, complaintId)
    const answers = new Map(answersOf(record)).set(question, answer)
    const isOffered = ({ offeredBy }: ClockDefinition) =>
      offeredBy.answers.some((each) => answers.get(each) === 'yes')
    const open = held.filter(({ state }) => state === 'offered')
    await removeOffers(
      tx,
      open.filter(({ definition }) => !isOffered(definition)).map(({ id }) => id),
    )
    const asked = (await definitionsInForce(tx, may, Temporal.Instant.from(at))).filter(
      ({ offeredBy }) => answer === 'yes' && offeredBy.answers.includes(question),
    )
    const news = asked.filter(({ code }) => !held.some((each) => each.code === code))
    for (const definition of news) await saveClock(tx, may, offered(complaintId, definition))
    const offers = news.map(({ code, name }) => ({ code, name }))
    const payload = { question, answer, words, offers }
    return ok([{ type: 'assessment.triage-answered', payload }])
  })
}

function offered(complaintId: string, definition: ClockDefinition): HeldClock {
  const { code } = definition
  return {
    id: commandFor(`${complaintId}/${code}`, 'assessment.clock'),
    complaintId,
    code,
    state: 'offered',
    definition,
    variant: null,
    start: null,
    stages: [],
    decidedAt: null,
    decidedBy: null,
    reason: null,
    round: 0,
    history: [],
  }
}

type Starting = Order & { start: Start; variant: string | null; reason: string }

/** Starts it, or corrects the start of one that runs: what followed from the former start stays in its history. */
export function start(
  ports: Ports,
  may: May<'assessment.run-clocks'>,
  complaintId: string,
  code: string,
  starting: Starting,
): Promise<Result<Answered>> {
  return write(ports, may, complaintId, starting, async (situation) => {
    const { tx, at } = situation
    const found = await clockFor(tx, may, complaintId, code, at)
    if (!found) return refuse('missing', 'assessment.clock-missing', {})
    const variant = found.definition.variants.length === 0 ? null : starting.variant
    const why = whyNotStarted(found, { ...starting, variant }, at)
    if (why) return why
    const calendar = await calendarOf(tx, may)
    const names = await situation.names()
    const now = started(found, may, { ...starting, variant }, at, calendar, names)
    await saveClock(tx, may, now)
    await setTimers(tx, may, now, calendar, at)
    return ok([startedEvent(found, now)])
  })
}

function started(
  found: HeldClock,
  { actor }: Scope,
  { start, variant, reason }: Omit<Starting, keyof Order>,
  at: string,
  company: BusinessCalendar,
  names: ReadonlyMap<string, string>,
): HeldClock {
  const done = (key: string) => found.stages.find((each) => each.key === key)?.done ?? null
  const stages = stagesOf(found.definition, start, variant, { company }).map((stage) => ({
    ...stage,
    done: done(stage.key),
  }))
  return {
    ...found,
    state: stages.every((stage) => stage.done) ? 'done' : 'running',
    variant,
    start,
    stages,
    decidedAt: at,
    decidedBy: actor,
    reason,
    round: found.round + 1,
    history: withFormer(found, names),
  }
}

function withFormer(found: HeldClock, names: ReadonlyMap<string, string>): HeldClock['history'] {
  const { start, decidedAt, decidedBy, reason, variant, stages, history } = found
  if (start === null || decidedAt === null) return history
  const former = {
    at: decidedAt,
    byName: nameOf(decidedBy ?? '', names),
    reason: reason ?? '',
    start,
    variant,
    stages: stages.map(({ key, dueOn }) => ({ key, dueOn })),
  }
  return [...history, former]
}

function startedEvent(before: HeldClock, now: HeldClock): ComplaintEvent {
  const { definition, variant, reason, start } = now
  if (start === null) throw new Error(`clock ${now.id} was started without a start`)
  const { basis } = definition
  const stages = dueStages(now)
  const payload = { ...ofClock(now), basis, variant, start, stages, reason: reason ?? '' }
  if (before.start === null) return { type: 'assessment.clock-started', payload }
  const previous = { start: before.start, stages: dueStages(before) }
  return { type: 'assessment.clock-corrected', payload: { ...payload, previous } }
}

function dueStages({ definition, stages }: HeldClock) {
  return stages.map(({ key, dueOn, dueAt }) => ({
    stage: key,
    name: stageName(definition, key),
    dueOn,
    dueAt,
  }))
}

export function stageName({ stages, name }: ClockDefinition, key: string) {
  return stages.find((each) => each.key === key)?.name ?? name
}

export function ofClock({ id: clockId, code, definition }: HeldClock) {
  return { clockId, code, name: definition.name }
}

/** Declared not to apply, by a leader and with a reason; it can still be started later. */
export function decline(
  ports: Ports,
  may: May<'assessment.decline-clocks'>,
  complaintId: string,
  code: string,
  order: Order & { reason: string },
): Promise<Result<Answered>> {
  return write(ports, may, complaintId, order, async ({ tx, at, names }) => {
    const found = await clockFor(tx, may, complaintId, code, at)
    if (!found) return refuse('missing', 'assessment.clock-missing', {})
    if (found.state === 'not-applicable')
      return refuse('conflict', 'assessment.already-declined', {})
    const { reason } = order
    const decided = { decidedAt: at, decidedBy: may.actor, reason, round: found.round + 1 }
    const history = withFormer(found, await names())
    const now: HeldClock = { ...found, ...declined, ...decided, history }
    await saveClock(tx, may, now)
    for (const { key } of found.stages) await stopTimers(tx, may, now, key)
    return ok([{ type: 'assessment.clock-declined', payload: { ...ofClock(now), reason } }])
  })
}

const declined = { state: 'not-applicable', start: null, variant: null, stages: [] } as const

type Completing = Order & { stage: string; on: string; how: string }

export function complete(
  ports: Ports,
  may: May<'assessment.run-clocks'>,
  complaintId: string,
  code: string,
  order: Completing,
): Promise<Result<Answered>> {
  return write(ports, may, complaintId, order, async ({ tx, at, names }) => {
    const held = (await heldClocks(tx, complaintId)).find((each) => each.code === code)
    const why = whyNotDone(held, order, at)
    if (!why.ok) return why
    const { clock, stage } = why.value
    const { on, how } = order
    const byName = nameOf(may.actor, await names())
    await saveStage(tx, may, clock, { ...stage, done: { on, at, byName, how } }, at)
    return ok([
      {
        type: 'assessment.stage-done',
        payload: { ...ofStage(clock, stage.key), on, how, isLate: on > stage.dueOn },
      },
    ])
  })
}

export function reopen(
  ports: Ports,
  may: May<'assessment.run-clocks'>,
  complaintId: string,
  code: string,
  order: Order & { stage: string; reason: string },
): Promise<Result<Answered>> {
  return write(ports, may, complaintId, order, async ({ tx, at }) => {
    const held = (await heldClocks(tx, complaintId)).find((each) => each.code === code)
    const stage = held?.stages.find(({ key }) => key === order.stage)
    if (!held || !stage) return refuse('missing', 'assessment.clock-missing', {})
    if (!stage.done) return refuse('conflict', 'assessment.stage-not-done', {})
    await saveStage(tx, may, held, { ...stage, done: null }, at)
    const payload = { ...ofStage(held, stage.key), reason: order.reason }
    return ok([{ type: 'assessment.stage-reopened', payload }])
  })
}

export function ofStage(held: HeldClock, stage: string) {
  return { ...ofClock(held), stage, stageName: stageName(held.definition, stage) }
}

async function saveStage(tx: Tx, scope: Scope, held: HeldClock, stage: ClockStage, at: string) {
  const stages = held.stages.map((each) => (each.key === stage.key ? stage : each))
  const state = stages.every(({ done }) => done) ? 'done' : 'running'
  const now: HeldClock = { ...held, stages, state }
  await saveClock(tx, scope, now)
  await setTimers(tx, scope, now, await calendarOf(tx, scope), at)
}

/** The clock as it is held, or as it would begin; undefined for a kind that is unknown here or resting. */
async function clockFor(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  code: string,
  at: string,
): Promise<HeldClock | undefined> {
  const held = (await heldClocks(tx, complaintId)).find((each) => each.code === code)
  if (held?.state === 'running' || held?.state === 'done') return held
  const inForce = await definitionsInForce(tx, scope, Temporal.Instant.from(at))
  const definition = inForce.find((each) => each.code === code)
  if (!definition) return held
  return held ? { ...held, definition } : offered(complaintId, definition)
}

/** The next warning and the end of each stage; what is done or belongs to the customer rings no more. */
export async function setTimers(
  tx: Tx,
  scope: Scope,
  held: HeldClock,
  calendar: BusinessCalendar,
  at: string,
): Promise<void> {
  for (const stage of held.stages) {
    if (stage.done || held.start === null) {
      await stopTimers(tx, scope, held, stage.key)
      continue
    }
    const { key, warned: step } = stage
    const [next] = warningsOf(stage, held.start.on, Temporal.Instant.from(at), calendar)
    const warning = { task: 'assessment.warn', stage: key, step } as const
    await setTimer(tx, scope, held, { ...warning, runAt: next?.toString() ?? null })
    const ends = held.definition.whose !== 'customers-right' && stage.overAt === null
    const over = { task: 'assessment.over', stage: key, step: 0 } as const
    await setTimer(tx, scope, held, { ...over, runAt: ends ? stage.dueAt : null })
  }
}

async function stopTimers(tx: Tx, scope: Scope, held: HeldClock, stage: string) {
  for (const task of ['assessment.warn', 'assessment.over'] as const)
    await setTimer(tx, scope, held, { task, stage, step: 0, runAt: null })
}

async function write(
  ports: Ports,
  scope: Scope,
  complaintId: string,
  { id, basedOn }: Order,
  decide: (situation: Situation) => Promise<Events>,
): Promise<Result<Answered>> {
  const done = await change(ports, scope, { complaintId, id, basedOn }, decide)
  return done.ok ? ok({ complaintId, head: done.value.head }) : done
}
