import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { ok } from '#kernel/result.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, membersOf, permitted, systemScope, type Scope } from '#features/access/door.ts'
import { setupOf } from '#features/assignment/door.ts'
import { change, commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { passCall } from './actions.ts'
import { canAsk } from './policy.ts'
import { heldById, type Held } from './queries.ts'
import { ruleNow, seenNow } from './routing/queries.ts'
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
    return ok(await climb(situation, may.value, held, rung))
  })
}

async function climb(
  situation: Situation,
  scope: Scope,
  held: Held,
  rung: Ladder,
): Promise<ComplaintEvent[]> {
  const { tx, at, record } = situation
  const { requestId, minutes, tried } = rung
  const members = await membersOf(tx, scope.organisationId)
  const rule = await ruleNow(tx, scope, record, held.kind, at)
  const wanted = { askedById: held.askedById, tried, rule }
  const next = receiverFor(members, await seenNow(tx, scope, members, at), wanted)
  if (!next?.isAvailable) return [await nobody(situation, scope, rung, rule.fallbackDeskId)]
  const { id: toId, name: toName } = next.member
  await passOn(tx, requestId, { toId, because: [...next.because] })
  const runAt = Temporal.Instant.from(at).add({ minutes }).toString()
  await setTimer(tx, { ...rung, step: rung.step + 1, tried: [...tried, toId] }, runAt)
  const payload = { requestId, toId, toName, afterMinutes: minutes }
  const calls = await passCall(situation, held, next.member)
  return [{ type: 'escalation.moved-up', payload }, ...calls]
}

/** With the fallback desk, and after a while everybody is asked again. */
async function nobody(
  { tx, at }: Situation,
  scope: Scope,
  rung: Ladder,
  fallbackDeskId: string | null,
): Promise<ComplaintEvent> {
  const { requestId, minutes, round, step } = rung
  const { desks } = await setupOf(tx, scope)
  const desk = desks.find(({ id: deskId }) => deskId === fallbackDeskId)
  await passOn(tx, requestId, { toId: null, deskId: desk?.id ?? null })
  const again = round < rounds ? nextRoundAt(await calendarOf(tx, scope), at) : null
  if (again) await setTimer(tx, { ...rung, step: step + 1, round: round + 1, tried: [] }, again)
  const deskName = desk?.name ?? null
  const payload = { requestId, afterMinutes: minutes, askedAgainAt: again, deskName }
  return { type: 'escalation.unanswered', payload }
}
