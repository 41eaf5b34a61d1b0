import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, type May, type Scope } from '#features/access/door.ts'
import {
  change,
  entriesOfSeveral,
  type Command,
  type Situation,
} from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { forgetSetup, setupOf } from '../queries.ts'
import { savePlace } from '../store.ts'
import {
  targetsEvents,
  type Pause,
  type Standing,
  type TargetRow,
  type Waiter,
} from './contract.ts'
import { countingsOf, standingNow } from './queries.ts'
import { foremost, standingOf, warningsOf, type Counting, type Warning } from './rules.ts'
import { saveEdition } from './store.ts'

type Order = Omit<Command, 'complaintId'>
type Deciding = May<'assignment.decide'>

/** Stops the clocks. Who is waited for has a name, or nobody would ever ask them. */
export function pause(
  ports: Ports,
  may: Deciding,
  complaintId: string,
  order: Order & {
    waiter: { kind: Waiter['kind']; name: string } | null
    reason: string
    untilOn: string | null
  },
): Promise<Result<Standing>> {
  return changeClocks(ports, may, complaintId, order, ({ at }, standing) => {
    const { waiter, reason, untilOn } = order
    if (!waiter || waiter.name === '') return refuse('invalid', 'assignment.waiter-missing', {})
    if (reason === '') return refuse('invalid', 'assignment.reason-missing', {})
    if (standing.pause)
      return refuse('conflict', 'assignment.paused-already', { name: standing.pause.waiter.name })
    if (untilOn !== null && untilOn <= tokyoDay(Temporal.Instant.from(at)).toString())
      return refuse('invalid', 'assignment.pause-day-past', {})
    return ok([{ type: 'assignment.paused', payload: { waiter, reason, untilOn } }])
  })
}

export function resume(
  ports: Ports,
  may: Deciding,
  complaintId: string,
  order: Order & { reason: string },
): Promise<Result<Standing>> {
  return changeClocks(ports, may, complaintId, order, (_situation, standing) =>
    standing.pause
      ? ok([{ type: 'assignment.resumed', payload: { reason: order.reason } }])
      : refuse('conflict', 'assignment.not-paused', {}),
  )
}

async function changeClocks(
  ports: Ports,
  may: Deciding,
  complaintId: string,
  { id, basedOn }: Order,
  decide: (situation: Situation, standing: Standing) => Result<readonly ComplaintEvent[]>,
): Promise<Result<Standing>> {
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    if (situation.record.closing) return refuse('conflict', 'assignment.closed', {})
    const standing = await standingNow(situation.tx, may, complaintId, situation.at)
    if (!standing || standing.clocks.length === 0)
      return refuse('conflict', 'assignment.no-target', {})
    return decide(situation, standing)
  })
  if (!done.ok) return done
  const now = ports.clock.now().toString()
  const standing = await inside(ports.db, may, (tx) => standingNow(tx, may, complaintId, now))
  return standing ? ok(standing) : refuse('missing', 'complaints.missing', {})
}

/** Looks at the clocks again: warns of what is due, writes down what lists need, and sets the next timer. */
export async function attend(ports: Ports, scope: Scope, command: Command): Promise<void> {
  const { complaintId } = command
  await change(ports, scope, command, async ({ tx, record, at }) => {
    const { channel, severity } = record
    const where = new Map([[complaintId, { channel, severity }]])
    const counting = (await countingsOf(tx, scope, where, at)).get(complaintId)
    if (!counting) return ok([])
    const { clocks, pause: paused } = standingOf(counting)
    const first = foremost(clocks)
    const goal = first?.state === 'paused' ? 'paused' : (first?.goal ?? null)
    await savePlace(tx, scope, complaintId, { goal, dueAt: first?.dueAt ?? null })
    const warnings = warningsOf(counting)
    await setTimer(tx, scope, complaintId, nextLook(warnings, paused, at))
    return ok(await untold(tx, scope, complaintId, counting, warnings))
  })
}

function nextLook(warnings: readonly Warning[], paused: Pause | null, at: string): string | null {
  if (paused)
    return paused.untilOn
      ? toInstant(Temporal.PlainDate.from(paused.untilOn), '00:00').toString()
      : null
  return warnings.find((each) => Date.parse(each.at) > Date.parse(at))?.at ?? null
}

async function setTimer(tx: Tx, scope: Scope, complaintId: string, runAt: string | null) {
  const key = `targets:${complaintId}`
  if (runAt === null) return cancelJob(tx, key)
  const { organisationId } = scope
  return enqueue(tx, {
    task: 'assignment.attend',
    payload: { organisationId, complaintId, runAt },
    key,
    // The database's clock may be a little ahead of ours.
    runAt: Temporal.Instant.from(runAt).add({ seconds: 1 }).toString(),
  })
}

/** Of each clock only the last step that was reached, and each step once. */
async function untold(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  { now }: Counting,
  warnings: readonly Warning[],
): Promise<ComplaintEvent[]> {
  const names = await memberNames(tx, scope)
  const type = 'assignment.target-warned'
  const entries = (await entriesOfSeveral(tx, names, [complaintId], [type])).get(complaintId) ?? []
  const told = entries.flatMap(({ payload }) => {
    const read = targetsEvents[type].safeParse(payload)
    return read.success ? [read.data] : []
  })
  const reached = warnings.filter((each) => Date.parse(each.at) <= Date.parse(now))
  const last = Map.groupBy(reached, ({ goal, startedAt }) => `${goal}/${startedAt}`)
  return [...last.values()].flatMap((steps) => {
    const step = steps.at(-1)
    if (!step) return []
    const { goal, startedAt, percent, dueAt } = step
    const payload = { goal, startedAt, percent, dueAt }
    const isTold = told.some(
      (each) => each.goal === goal && each.startedAt === startedAt && each.percent >= percent,
    )
    return isTold ? [] : [{ type, payload }]
  })
}

/** An edition of a day that is not past; what began before it is counted as before. */
export async function saveTargets(
  ports: Ports,
  may: May<'assignment.set-up'>,
  fromOn: string,
  rows: readonly TargetRow[],
) {
  const { viewer } = may
  if (!viewer) return refuse('invalid', 'assignment.nobody-acts', {})
  const now = ports.clock.now()
  const today = tokyoDay(now).toString()
  if (fromOn < today) return refuse('invalid', 'assignment.targets-past', { today })
  return inside(ports.db, may, async (tx) => {
    const by = viewer.memberId
    await saveEdition(tx, may, { fromOn, rows, at: now.toString(), by })
    forgetSetup(may.organisationId)
    const { editions } = await setupOf(tx, may)
    return ok({ editions: [...editions], today })
  })
}
