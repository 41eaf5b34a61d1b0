import { calendarOf, type Scope } from '#features/access/door.ts'
import type { Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { overdue, promise, warningFor } from '../actions.ts'
import type { Commitment, Due, Renegotiation } from '../contract.ts'
import { heldById, type Held } from '../queries.ts'
import { stateAt } from '../rules.ts'
import { saveCommitment, setTimers } from '../store.ts'

type Promised = Pick<Commitment, 'id' | 'complaintId' | 'words' | 'madeTo'> & Due

/** A promise that another room makes in a change of its own, with its timers; nothing when its owner is gone. */
export async function promiseInside(
  situation: Situation,
  scope: Scope,
  promised: Promised,
  ownerId: string | null,
): Promise<ComplaintEvent[]> {
  const calendar = await calendarOf(situation.tx, scope)
  const made = await promise(situation, scope, calendar, promised, ownerId)
  return made.ok ? [...made.value] : []
}

/** What was promised has come about; after its date it is kept late. Nothing when it was kept before. */
export async function keepInside(
  situation: Situation,
  scope: Scope,
  commitmentId: string,
  how: string,
): Promise<ComplaintEvent[]> {
  return changed(situation, scope, commitmentId, (held) => {
    const { at } = situation
    const isLate = stateAt(held, at) === 'broken'
    const brokenAt = isLate ? (held.brokenAt ?? held.dueAt) : null
    const payload = { commitmentId, words: held.words, how, ...(isLate ? { isLate } : {}) }
    return {
      next: { ...held, state: 'kept', keptAt: at, brokenAt },
      event: { type: 'commitments.kept', payload },
    }
  })
}

type Moving = Due & Pick<Renegotiation, 'reason' | 'alternative' | 'toldBy'>

/** Another date that was told; the old one stays in the history. */
export async function moveInside(
  situation: Situation,
  scope: Scope,
  commitmentId: string,
  moving: Moving,
): Promise<ComplaintEvent[]> {
  const { at, tx } = situation
  const warnAt = warningFor(at, moving.dueAt, await calendarOf(tx, scope))
  return changed(situation, scope, commitmentId, (held) => {
    const { reason, alternative, toldBy, ...due } = moving
    const wasBroken = stateAt(held, at) === 'broken'
    const told = { previousDueAt: held.dueAt, reason, alternative, toldBy }
    const moved = { at, wasBroken, dueAt: due.dueAt, ...told }
    const open = { state: 'open' as const, warnAt, warnedAt: null, brokenAt: null }
    const payload = { commitmentId, words: held.words, ...due, ...told }
    return {
      next: { ...held, ...due, ...open, renegotiations: [...held.renegotiations, moved] },
      event: { type: 'commitments.renegotiated', payload },
    }
  })
}

async function changed(
  { tx, at, names }: Situation,
  { organisationId }: Scope,
  commitmentId: string,
  decide: (held: Held) => { next: Held; event: ComplaintEvent },
): Promise<ComplaintEvent[]> {
  const held = await heldById(tx, commitmentId)
  if (!held || held.keptAt !== null) return []
  const { next, event } = decide(held)
  await saveCommitment(tx, next)
  await setTimers(tx, organisationId, next)
  return [...overdue(held, at, await names()), event]
}
