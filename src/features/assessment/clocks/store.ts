import type { Tx } from '#platform/db/database.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Scope } from '#features/access/door.ts'
import type { HeldClock } from './queries.ts'
import { nextStage } from './rules.ts'

export async function saveClock(tx: Tx, scope: Scope, held: HeldClock): Promise<void> {
  const columns = columnsOf(held)
  await tx
    .insertInto('assessment_clocks')
    .values({
      id: held.id,
      organisation_id: scope.organisationId,
      complaint_id: held.complaintId,
      code: held.code,
      ...columns,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

function columnsOf(held: HeldClock) {
  return {
    state: held.state,
    definition: JSON.stringify(held.definition),
    whose: held.definition.whose,
    variant: held.variant,
    start_on: held.start?.on ?? null,
    start_time: held.start?.at ?? null,
    stages: JSON.stringify(held.stages),
    next_due_at: held.state === 'running' ? (nextStage(held.stages)?.dueAt ?? null) : null,
    decided_at: held.decidedAt,
    decided_by: held.decidedBy,
    reason: held.reason,
    round: held.round,
    history: JSON.stringify(held.history),
  }
}

export async function removeOffers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('assessment_clocks')
    .where('id', 'in', [...ids])
    .where('state', '=', 'offered')
    .execute()
}

export type Timer = 'assessment.warn' | 'assessment.over'

/** `runAt` null: nothing is to come. `step`: how many warnings have been given before this one. */
export async function setTimer(
  tx: Tx,
  scope: Scope,
  { id: clockId, complaintId, round }: HeldClock,
  { task, stage, step, runAt }: { task: Timer; stage: string; step: number; runAt: string | null },
): Promise<void> {
  const key = `${task}:${clockId}:${stage}`
  if (runAt === null) return cancelJob(tx, key)
  const { organisationId } = scope
  const payload = { organisationId, complaintId, clockId, stage, round, step }
  await enqueue(tx, { task, payload, runAt, key })
}

/** After an erasure nothing is left of reasons and of how things were done; the days stay. */
export async function forgetWords(tx: Tx, held: readonly HeldClock[]): Promise<void> {
  const erased = '（消去済み）'
  for (const { id, stages, history, reason } of held) {
    const without = stages.map((stage) =>
      stage.done ? { ...stage, done: { ...stage.done, how: erased } } : stage,
    )
    const past = history.map((each) => ({ ...each, reason: erased }))
    await tx
      .updateTable('assessment_clocks')
      .set({
        reason: reason === null ? null : erased,
        stages: JSON.stringify(without),
        history: JSON.stringify(past),
      })
      .where('id', '=', id)
      .execute()
  }
}
