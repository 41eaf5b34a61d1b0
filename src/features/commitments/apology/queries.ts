import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { calendarOf, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { heldById } from '../queries.ts'
import { stateAt } from '../rules.ts'
import { apologyFor, proposedDue, type NewDate } from './rules.ts'

export async function apologyOf(
  tx: Tx,
  scope: Scope,
  commitmentId: string,
  now: Temporal.Instant,
): Promise<Result<{ text: string; due: NewDate }>> {
  const held = await heldById(tx, commitmentId)
  if (!held) return refuse('missing', 'commitments.missing', {})
  if (stateAt(held, now.toString()) !== 'broken')
    return refuse('conflict', 'commitments.not-broken', {})
  const record = await recordOf(tx, scope, held.complaintId)
  const due = proposedDue(now, await calendarOf(tx, scope))
  return ok({ text: apologyFor(held, record?.facts ?? [], due), due })
}
