import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { KeptReason } from '../gate/contract.ts'
import type { PublicReply } from './contract.ts'

type NewReply = Pick<PublicReply, 'id' | 'version' | 'site' | 'url' | 'text' | 'sha256'> & {
  readonly complaintId: string
  readonly postedAt: string
  readonly recordedAt: string
  readonly reasons: readonly KeptReason[]
}

/** The new version takes the place of the one that stood. */
export async function saveReply(
  tx: Tx,
  { organisationId, actor }: Scope,
  { id, version, site, text, sha256, ...reply }: NewReply,
): Promise<void> {
  await standingIn(tx, reply.complaintId).set({ replaced_at: reply.recordedAt }).execute()
  await tx
    .insertInto('letters_public_replies')
    .values({
      id,
      version,
      site,
      text,
      sha256,
      organisation_id: organisationId,
      complaint_id: reply.complaintId,
      url: reply.url || null,
      reasons: JSON.stringify(reply.reasons),
      posted_at: reply.postedAt,
      recorded_at: reply.recordedAt,
      recorded_by: actor,
    })
    .execute()
}

function standingIn(tx: Tx, complaintId: string) {
  return tx
    .updateTable('letters_public_replies')
    .where('complaint_id', '=', complaintId)
    .where('replaced_at', 'is', null)
    .where('withdrawn_at', 'is', null)
}

export async function saveWithdrawal(
  tx: Tx,
  { actor }: Scope,
  { complaintId, reason, at }: { complaintId: string; reason: string; at: string },
): Promise<void> {
  await standingIn(tx, complaintId)
    .set({ withdrawn_at: at, withdrawn_by: actor, withdrawn_reason: reason })
    .execute()
}

export async function saveDraft(
  tx: Tx,
  { organisationId, actor }: Scope,
  { complaintId, text, at }: { complaintId: string; text: string; at: string },
): Promise<void> {
  const kept = { text, saved_at: at, saved_by: actor }
  await tx
    .insertInto('letters_public_drafts')
    .values({ complaint_id: complaintId, organisation_id: organisationId, ...kept })
    .onConflict((conflict) => conflict.column('complaint_id').doUpdateSet(kept))
    .execute()
}

export async function removeDraft(tx: Tx, complaintId: string): Promise<void> {
  await tx.deleteFrom('letters_public_drafts').where('complaint_id', '=', complaintId).execute()
}

/** Personal data of a complaint are erased: that something stood in public stays, with its hash. */
export async function forgetPublic(tx: Tx, complaintId: string): Promise<void> {
  await removeDraft(tx, complaintId)
  await tx
    .updateTable('letters_public_replies')
    .set({ text: null, url: null, reasons: '[]', withdrawn_reason: null })
    .where('complaint_id', '=', complaintId)
    .execute()
}
