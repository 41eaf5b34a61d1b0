import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { ok } from '#kernel/result.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, membersOf, permitted, systemScope, type Scope } from '#features/access/door.ts'
import { change, commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { canAsk } from './policy.ts'
import { heldById, waitingByMember, type Held } from './queries.ts'
import { nextRoundAt, receiverFor, rounds } from './rules.ts'
import { passOn, setTimer, type Ladder } from './store.ts'

const ladder = z.object({
  organisationId: id,
  complaintId: id,
  requestId: id,
  step: z.int(),
  round: z.int(),
  minutes: z.int(),
  tried: z.array(id),
})

export function escalationJobs(ports: Ports): JobTable {
  return { 'escalation.move-up': (payload) => moveUp(ports, ladder.parse(payload)) }
}

/** Nobody looked: the next one is asked. When all were, the record says so, and after a while it begins again. */
async function moveUp(ports: Ports, rung: Ladder): Promise<void> {
  const { organisationId, complaintId, requestId, step } = rung
  const may = permitted(systemScope(organisationId, 'escalation'), canAsk)
  if (!may.ok) return
  const command = { complaintId, id: commandFor(`${requestId}/${step}`, 'escalation.move-up') }
  await change(ports, may.value, command, async (situation) => {
    const held = await heldById(situation.tx, requestId)
    if (held?.state !== 'asked') return ok([])
    return ok([await climb(situation, may.value, held, rung)])
  })
}

async function climb(
  { tx, at }: Situation,
  scope: Scope,
  held: Held,
  rung: Ladder,
): Promise<ComplaintEvent> {
  const { requestId, minutes, tried } = rung
  const members = await membersOf(tx, scope.organisationId)
  const wanted = { askedById: held.askedById, tried }
  const next = receiverFor(members, await waitingByMember(tx), wanted)
  if (!next?.isAvailable) return nobody(tx, scope, at, rung)
  const { id: toId, name: toName } = next.member
  await passOn(tx, requestId, toId)
  const runAt = Temporal.Instant.from(at).add({ minutes }).toString()
  await setTimer(tx, { ...rung, step: rung.step + 1, tried: [...tried, toId] }, runAt)
  return {
    type: 'escalation.moved-up',
    payload: { requestId, toId, toName, afterMinutes: minutes },
  }
}

async function nobody(
  tx: Situation['tx'],
  scope: Scope,
  at: string,
  rung: Ladder,
): Promise<ComplaintEvent> {
  const { requestId, minutes, round, step } = rung
  const again = round < rounds ? nextRoundAt(await calendarOf(tx, scope), at) : null
  if (again) await setTimer(tx, { ...rung, step: step + 1, round: round + 1, tried: [] }, again)
  const payload = { requestId, afterMinutes: minutes, askedAgainAt: again }
  return { type: 'escalation.unanswered', payload }
}
