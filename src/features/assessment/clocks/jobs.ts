import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { ok } from '#kernel/result.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, permitted, systemScope, type Scope } from '#features/access/door.ts'
import { change, commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { canWatchClocks } from '../policy.ts'
import { ofStage, setTimers } from './actions.ts'
import type { ClockStage } from './contract.ts'
import { heldClocks, type HeldClock } from './queries.ts'
import { isOver } from './rules.ts'
import { saveClock, setTimer, type Timer } from './store.ts'

const timer = z.object({
  organisationId: id,
  complaintId: id,
  clockId: id,
  stage: z.string(),
  /** One of an earlier start does nothing. */
  round: z.int(),
  step: z.int(),
})
type Ring = z.output<typeof timer>

export function clocksJobs(ports: Ports): JobTable {
  return {
    'assessment.warn': (payload) => ring(ports, 'assessment.warn', timer.parse(payload), warn),
    'assessment.over': (payload) => ring(ports, 'assessment.over', timer.parse(payload), end),
  }
}

type Ringing = (
  situation: Situation,
  scope: Scope,
  held: HeldClock,
  stage: ClockStage,
) => Promise<ComplaintEvent[]>

/** Whatever made it ring, twice or late: the clock is looked at again, under the lock of its complaint. */
async function ring(ports: Ports, task: Timer, told: Ring, act: Ringing) {
  const { organisationId, complaintId, clockId, round, stage: key, step } = told
  const may = permitted(systemScope(organisationId, 'assessment'), canWatchClocks)
  if (!may.ok) return
  const command = { complaintId, id: commandFor(`${clockId}/${round}/${key}/${step}`, task) }
  await change(ports, may.value, command, async (situation) => {
    const all = await heldClocks(situation.tx, complaintId)
    const held = all.find((each) => each.id === clockId)
    const stage = held?.stages.find((each) => each.key === key)
    const isMeant = held?.state === 'running' && held.round === round && stage?.done === null
    return ok(held && stage && isMeant ? await act(situation, may.value, held, stage) : [])
  })
}

async function warn(
  { tx, at }: Situation,
  scope: Scope,
  held: HeldClock,
  stage: ClockStage,
): Promise<ComplaintEvent[]> {
  if (isOver(stage.dueAt, at)) return []
  const now = withStage(held, { ...stage, warned: stage.warned + 1, warnedAt: at })
  await saveClock(tx, scope, now)
  await setTimers(tx, scope, now, await calendarOf(tx, scope), at)
  return [{ type: 'assessment.clock-warned', payload: told(held, stage) }]
}

async function end(
  { tx, at }: Situation,
  scope: Scope,
  held: HeldClock,
  stage: ClockStage,
): Promise<ComplaintEvent[]> {
  if (stage.overAt !== null) return []
  if (!isOver(stage.dueAt, at)) {
    const runAt = later(stage.dueAt, at)
    await setTimer(tx, scope, held, { task: 'assessment.over', stage: stage.key, step: 0, runAt })
    return []
  }
  await saveClock(tx, scope, withStage(held, { ...stage, overAt: at }))
  return [{ type: 'assessment.clock-overdue', payload: told(held, stage) }]
}

function told(held: HeldClock, { key, dueOn, dueAt }: ClockStage) {
  const { name, ...stage } = ofStage(held, key)
  return { ...stage, name, dueOn, dueAt }
}

function withStage(held: HeldClock, stage: ClockStage): HeldClock {
  return { ...held, stages: held.stages.map((each) => (each.key === stage.key ? stage : each)) }
}

/** The database's clock is ahead of ours: it is set again by as much as it rang too early. */
function later(dueAt: string, at: string): string {
  const early = Temporal.Instant.from(at).until(dueAt)
  return Temporal.Instant.from(dueAt).add(early).toString()
}
