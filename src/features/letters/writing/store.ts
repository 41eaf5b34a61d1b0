import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import { writingMoved } from '../moving/contract.ts'
import type { HandDoing, ReplyContent } from './contract.ts'
import { lapsedBefore } from './queries.ts'
import { keptDays } from './rules.ts'

type Save = {
  readonly draftId: string
  readonly complaintId: string
  readonly content: ReplyContent
  readonly hand: string
  readonly at: string
}

/** False when the id has been used for another draft. */
export async function insertDraft(tx: Tx, scope: Scope, save: Save): Promise<boolean> {
  const row = await tx
    .insertInto('letters_drafts')
    .values({
      id: save.draftId,
      organisation_id: scope.organisationId,
      complaint_id: save.complaintId,
      version: 1,
      begun_at: save.at,
      begun_by: scope.actor,
      ...saved(scope, save),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateDraft(
  tx: Tx,
  scope: Scope,
  save: Save & { readonly version: number },
): Promise<void> {
  await tx
    .updateTable('letters_drafts')
    .set({ version: save.version, ...saved(scope, save) })
    .where('id', '=', save.draftId)
    .execute()
}

function saved({ actor }: Scope, { content, hand, at }: Save) {
  return { content: JSON.stringify(content), hand, saved_at: at, saved_by: actor }
}

export async function insertPoint(
  tx: Tx,
  scope: Scope,
  point: Save & { readonly id: string; readonly version: number; readonly isAside: boolean },
): Promise<void> {
  await tx
    .insertInto('letters_draft_points')
    .values({
      id: point.id,
      organisation_id: scope.organisationId,
      draft_id: point.draftId,
      version: point.version,
      is_aside: point.isAside,
      ...saved(scope, point),
    })
    .execute()
}

export async function deletePoints(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('letters_draft_points')
    .where('id', 'in', [...ids])
    .execute()
}

type Closing = {
  readonly draftId: string
  readonly state: 'sent' | 'discarded'
  readonly letterId: string | null
  readonly at: string
}

/** It is kept for a while, for whoever takes it back. */
export async function closeDraft(tx: Tx, scope: Scope, closing: Closing): Promise<void> {
  const { draftId, state, letterId, at } = closing
  const { organisationId, actor } = scope
  await tx
    .updateTable('letters_drafts')
    .set({ state, closed_at: at, closed_by: actor, letter_id: letterId })
    .where('id', '=', draftId)
    .execute()
  const runAt = Temporal.Instant.from(at)
    .add({ hours: keptDays * 24 })
    .toString()
  const payload = { organisationId, draftId }
  await enqueue(tx, { task: 'letters.forget-draft', payload, runAt, key: keyOf(draftId) })
}

const keyOf = (draftId: string) => `letters.draft:${draftId}`

export async function openAgain(tx: Tx, draftId: string): Promise<void> {
  await tx
    .updateTable('letters_drafts')
    .set({ state: 'open', closed_at: null, closed_by: null, letter_id: null })
    .where('id', '=', draftId)
    .execute()
  await cancelJob(tx, keyOf(draftId))
}

/** What was closed long ago goes, with everything that hangs on it. */
export async function deleteClosed(tx: Tx, draftId: string): Promise<void> {
  await tx
    .deleteFrom('letters_drafts')
    .where('id', '=', draftId)
    .where('state', '!=', 'open')
    .execute()
}

/** Personal data of a complaint are erased: drafts lose their words, and no page that is still open can go on with them. */
export async function forgetDrafts(tx: Tx, complaintId: string): Promise<void> {
  const rows = await tx
    .updateTable('letters_drafts')
    .set({ content: '{}', state: 'erased', closed_at: sql`coalesce(closed_at, saved_at)` })
    .where('complaint_id', '=', complaintId)
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.deleteFrom('letters_draft_points').where('draft_id', 'in', ids).execute()
  await tx.deleteFrom('letters_draft_comments').where('draft_id', 'in', ids).execute()
  await tx.deleteFrom('letters_draft_looks').where('draft_id', 'in', ids).execute()
}

type Lease = {
  readonly id: string
  readonly complaintId: string
  readonly memberId: string
  readonly doing: HandDoing
}

/** Begins or goes on; answers whether anything about it is new to others. Somebody else's is left alone. */
export async function keepLease(
  tx: Tx,
  { organisationId }: Scope,
  { id, complaintId, memberId, doing }: Lease,
  at: string,
): Promise<boolean> {
  const before = await tx
    .selectFrom('letters_draft_hands')
    .where('id', '=', id)
    .select(['complaint_id', 'doing'])
    .executeTakeFirst()
  const fields = { complaint_id: complaintId, doing, seen_at: at }
  await tx
    .insertInto('letters_draft_hands')
    .values({ id, organisation_id: organisationId, member_id: memberId, ...fields })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(fields)
        .where('letters_draft_hands.member_id', '=', memberId),
    )
    .execute()
  return before?.complaint_id !== complaintId || before.doing !== doing
}

export async function endLease(tx: Tx, id: string, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('letters_draft_hands')
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Browsers that fell silent: nothing of them is kept. Answers whether there were any. */
export async function sweep(tx: Tx, complaintId: string, now: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('letters_draft_hands')
    .where('complaint_id', '=', complaintId)
    .where('seen_at', '<=', lapsedBefore(now))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Tells the screens at this complaint to look at its draft again; no words travel. */
export async function tellWriting(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  complaintId: string,
  at: string,
): Promise<void> {
  const type = writingMoved
  const notice: Notice = { organisationId, id: complaintId, complaintId, sequence: 0, type, at, by }
  tellNodes(tx, notice)
}
