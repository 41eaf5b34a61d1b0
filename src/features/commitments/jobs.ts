import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { ok } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { leaders } from '#features/access/contract.ts'
import {
  membersOf,
  permitted,
  restingAt,
  restsAt,
  type Scope,
  systemScope,
} from '#features/access/door.ts'
import { change, commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { handedOver, overdue } from './actions.ts'
import * as course from './course/rules.ts'
import { canWatch } from './policy.ts'
import { heldById, type Held } from './queries.ts'
import { isOver, ownerFor } from './rules.ts'
import { saveCommitment, setTimer, type Timer } from './store.ts'

const timer = z.object({
  organisationId: id,
  complaintId: id,
  commitmentId: id,
  /** How often the date had been moved when the timer was set: one of an older date does nothing. */
  round: z.int(),
})

export function commitmentsJobs(ports: Ports): JobTable {
  return {
    'commitments.warn': (payload) => ring(ports, 'commitments.warn', payload, warn),
    'commitments.raise': (payload) => ring(ports, 'commitments.raise', payload, raise),
    'commitments.break': (payload) => ring(ports, 'commitments.break', payload, breakIt),
  }
}

type Ringing = (situation: Situation, scope: Scope, held: Held) => Promise<ComplaintEvent[]>

/** Whatever made the timer ring, twice or late: the promise is looked at again, under the lock of its complaint. */
async function ring(ports: Ports, task: Timer, payload: unknown, act: Ringing) {
  const { organisationId, complaintId, commitmentId, round } = timer.parse(payload)
  const may = permitted(systemScope(organisationId, 'commitments'), canWatch)
  if (!may.ok) return
  const command = { complaintId, id: commandFor(`${commitmentId}/${round}`, task) }
  await change(ports, may.value, command, async (situation) => {
    const held = await heldById(situation.tx, commitmentId)
    const isMeant = held?.state === 'open' && held.renegotiations.length === round
    return ok(held && isMeant ? await act(situation, may.value, held) : [])
  })
}

/**
 * An owner who has gone away meanwhile, or will still rest when it comes due, is warned in the person of the substitute.
 * One who will be back in time is left alone until then.
 */
async function warn({ tx, at }: Situation, scope: Scope, held: Held): Promise<ComplaintEvent[]> {
  const warned = course.warned(held, at)
  if (warned === held) return []
  const backAt = (await restsAt(tx, at)).get(held.ownerId)
  if (backAt && Date.parse(backAt) < Date.parse(held.dueAt)) {
    await setTimer(tx, scope.organisationId, held, 'commitments.warn', backAt)
    return []
  }
  const { owner, passed } = await whoKeeps(tx, scope, held)
  const ownerId = owner?.id ?? held.ownerId
  await saveCommitment(tx, { ...warned, ownerId })
  const { id: commitmentId, words, dueAt } = held
  return [
    ...passed,
    { type: 'commitments.warned', payload: { commitmentId, words, dueAt, ownerId } },
  ]
}

/**
 * Half of what was left after the warning is gone, and it is neither kept nor moved: whoever leads hears of it. One who
 * has gone away since the warning is stood in for, too; a leader who has it was told by that, and is not told twice.
 */
async function raise({ tx, at }: Situation, scope: Scope, held: Held): Promise<ComplaintEvent[]> {
  const raised = course.raised(held, at)
  if (raised === held) return []
  const { owner, passed } = await whoKeeps(tx, scope, held)
  const isLed = owner?.roles.some((role) => leaders.some((each) => each === role)) ?? false
  await saveCommitment(tx, { ...(isLed ? held : raised), ownerId: owner?.id ?? held.ownerId })
  if (isLed) return passed
  const { id: commitmentId, words, dueAt } = held
  const payload = { commitmentId, words, dueAt, ownerName: owner?.name ?? '' }
  return [...passed, { type: 'commitments.raised', payload }]
}

/** The owner, or whoever stands in while they are not there; `passed` says that it is theirs from now on. */
async function whoKeeps(tx: Tx, scope: Scope, held: Held) {
  const resting = await restingAt(tx, held.dueAt)
  const found = ownerFor(await membersOf(tx, scope.organisationId), held.ownerId, resting)
  const passed = found?.insteadOf ? [handedOver(held, found.owner, '担当が不在のため')] : []
  return { owner: found?.owner ?? null, passed }
}

async function breakIt(
  { tx, at, names }: Situation,
  scope: Scope,
  held: Held,
): Promise<ComplaintEvent[]> {
  if (!isOver(held.dueAt, at)) {
    await setTimer(tx, scope.organisationId, held, 'commitments.break', later(held.dueAt, at))
    return []
  }
  await saveCommitment(tx, course.broken(held, at))
  return overdue(held, at, await names())
}

/** The database's clock is ahead of ours: the timer is set again by as much as it rang too early. */
function later(dueAt: string, at: string): string {
  const early = Temporal.Instant.from(at).until(dueAt)
  if (early.total('minutes') > 5)
    throw new Error(`a promise due at ${dueAt} rang at ${at}: the clocks are too far apart`)
  return Temporal.Instant.from(dueAt).add(early).toString()
}
