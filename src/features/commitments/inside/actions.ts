import type { Result } from '#kernel/result.ts'
import { calendarOf, type Scope } from '#features/access/door.ts'
import type { Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { overdue, promise, save, warningsFor } from '../actions.ts'
import type { Commitment, Due, Renegotiation } from '../contract.ts'
import * as course from '../course/rules.ts'
import { heldById, type Held } from '../queries.ts'
import { isOver } from '../rules.ts'

type Promised = Pick<Commitment, 'id' | 'complaintId' | 'words' | 'madeTo'> & {
  outlives?: true
} & Due

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
  return changed(
    situation,
    scope,
    commitmentId,
    (held) => course.kept(held, situation.at),
    ({ words }, { brokenAt }) => {
      const late = brokenAt === null ? {} : { isLate: true }
      return { type: 'commitments.kept', payload: { commitmentId, words, how, ...late } }
    },
  )
}

/** Nobody waits for it any more; one whose date has passed is over, and its date stays broken. */
export async function endInside(
  situation: Situation,
  scope: Scope,
  commitmentId: string,
  reason: string,
): Promise<ComplaintEvent[]> {
  const ended = await changed(
    situation,
    scope,
    commitmentId,
    (held) => course.withdrawn(held, situation.at, reason),
    ({ words }) => ({ type: 'commitments.withdrawn', payload: { commitmentId, words, reason } }),
  )
  return ended.length > 0 ? ended : keepInside(situation, scope, commitmentId, reason)
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
  const { reason, alternative, toldBy, ...due } = moving
  const told = { reason, alternative, toldBy }
  const warnings = warningsFor(at, due.dueAt, await calendarOf(tx, scope))
  return changed(
    situation,
    scope,
    commitmentId,
    (held) => course.renegotiated({ ...held, ...warnings }, at, due, told),
    ({ words, dueAt: previousDueAt }) => {
      const late = isOver(previousDueAt, at) ? { wasBroken: true } : {}
      const payload = { commitmentId, words, ...due, previousDueAt, ...told, ...late }
      return { type: 'commitments.renegotiated', payload }
    },
  )
}

/** What can no longer become of it is left as it is. */
async function changed(
  { tx, at, names }: Situation,
  scope: Scope,
  commitmentId: string,
  decide: (held: Held) => Result<Held>,
  eventOf: (before: Held, after: Held) => ComplaintEvent,
): Promise<ComplaintEvent[]> {
  const held = await heldById(tx, commitmentId)
  if (!held) return []
  const next = decide(held)
  if (!next.ok) return []
  await save(tx, scope, next.value)
  return [...overdue(held, at, await names()), eventOf(held, next.value)]
}
