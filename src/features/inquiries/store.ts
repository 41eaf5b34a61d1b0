import type { Tx } from '#platform/db/database.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Scope } from '#features/access/door.ts'
import type { InquiryState, Reminder, Shown } from './contract.ts'

/** One date that was moved, as `keptRateOf` counts them. */
export type Move = {
  readonly at: string
  readonly previousDueAt: string
  readonly dueAt: string
  readonly reason: string
  readonly byName: string
  readonly wasBroken: boolean
}

/** A request as its row holds it. */
export type Held = {
  readonly id: string
  readonly complaintId: string
  readonly departmentId: string
  readonly askedById: string
  readonly askedAt: string
  readonly dueAt: string
  readonly state: InquiryState
  readonly shown: Shown
  readonly commitmentId: string
  readonly tokenHash: string | null
  readonly filesHash: string | null
  readonly tokenSealed: string | null
  readonly linkRound: number
  readonly expiresAt: string
  readonly readAt: string | null
  readonly answeredAt: string | null
  readonly moves: readonly Move[]
  readonly reminded: Reminder | null
}

export async function insertInquiry(tx: Tx, { organisationId }: Scope, held: Held): Promise<void> {
  const { id, complaintId, departmentId, askedById, askedAt, commitmentId } = held
  await tx
    .insertInto('inquiries')
    .values({
      id,
      organisation_id: organisationId,
      complaint_id: complaintId,
      department_id: departmentId,
      asked_by: askedById,
      asked_at: askedAt,
      commitment_id: commitmentId,
      shown: JSON.stringify(held.shown),
      ...changing(held),
    })
    .execute()
}

export async function saveInquiry(tx: Tx, held: Held): Promise<void> {
  await tx.updateTable('inquiries').set(changing(held)).where('id', '=', held.id).execute()
}

function changing(held: Held) {
  return {
    due_at: held.dueAt,
    state: held.state,
    token_hash: held.tokenHash,
    files_hash: held.filesHash,
    token_sealed: held.tokenSealed,
    link_round: held.linkRound,
    expires_at: held.expiresAt,
    read_at: held.readAt,
    answered_at: held.answeredAt,
    moves: JSON.stringify(held.moves),
    reminded: held.reminded,
  }
}

/** The next reminder; null takes the one away that was set. One of an earlier date is replaced. */
export async function setReminder(
  tx: Tx,
  { organisationId }: Scope,
  { id: inquiryId, complaintId, moves }: Held,
  next: { readonly reminder: Reminder; readonly at: string } | null,
): Promise<void> {
  const key = `inquiries.remind:${inquiryId}`
  if (next === null) return cancelJob(tx, key)
  const payload = {
    organisationId,
    complaintId,
    inquiryId,
    reminder: next.reminder,
    round: moves.length,
  }
  await enqueue(tx, { task: 'inquiries.remind', payload, runAt: next.at, key })
}

/** Personal data are erased: no link opens anything of this complaint any more, and nobody is reminded. */
export async function closeLinks(tx: Tx, complaintId: string): Promise<void> {
  const rows = await tx
    .updateTable('inquiries')
    .set({ token_hash: null, files_hash: null, token_sealed: null, moves: '[]' })
    .where('complaint_id', '=', complaintId)
    .returning('id')
    .execute()
  for (const { id } of rows) await cancelJob(tx, `inquiries.remind:${id}`)
}
