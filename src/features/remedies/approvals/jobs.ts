import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { ok } from '#kernel/result.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { permitted, systemScope, type Scope } from '#features/access/door.ts'
import { change, commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { canWatch } from './policy.ts'
import { heldApproval, type HeldApproval } from './queries.ts'
import { saveDecision, saveReminder, setTimer } from './store.ts'

const timer = z.object({ organisationId: id, complaintId: id, approvalId: id })

export function approvalsJobs(ports: Ports): JobTable {
  return {
    'remedies.remind': (payload) => ring(ports, 'remedies.remind', payload, remind),
    'remedies.expire': (payload) => ring(ports, 'remedies.expire', payload, expire),
  }
}

type Ringing = (situation: Situation, scope: Scope, held: HeldApproval) => Promise<ComplaintEvent[]>

/** Whatever made it ring, twice or late: the question is looked at again, under the lock of its complaint. */
async function ring(ports: Ports, task: string, payload: unknown, act: Ringing) {
  const { organisationId, complaintId, approvalId } = timer.parse(payload)
  const may = permitted(systemScope(organisationId, 'remedies'), canWatch)
  if (!may.ok) return
  const command = { complaintId, id: commandFor(approvalId, task) }
  await change(ports, may.value, command, async (situation) => {
    const held = await heldApproval(situation.tx, approvalId)
    return ok(held?.state === 'asked' ? await act(situation, may.value, held) : [])
  })
}

async function remind({ tx, at }: Situation, _: Scope, held: HeldApproval) {
  const isOver = Temporal.Instant.compare(held.expiresAt, at) <= 0
  if (held.remindedAt !== null || isOver) return []
  await saveReminder(tx, held.id, at)
  const { expiresAt, asked } = held
  const payload = { approvalId: held.id, label: asked.label, expiresAt }
  return [{ type: 'remedies.approval-reminded' as const, payload }]
}

async function expire({ tx, at }: Situation, scope: Scope, held: HeldApproval) {
  if (Temporal.Instant.compare(held.expiresAt, at) > 0) {
    // The database's clock is ahead of ours.
    await setTimer(tx, scope, held, 'remedies.expire', held.expiresAt)
    return []
  }
  await saveDecision(tx, held.id, { state: 'expired', at, by: null })
  const payload = { approvalId: held.id, label: held.asked.label }
  return [{ type: 'remedies.approval-expired' as const, payload }]
}
