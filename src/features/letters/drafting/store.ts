import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { DraftKind, DraftedSentence } from './contract.ts'

type Kept = {
  readonly id: string
  readonly complaintId: string
  readonly at: string
  /** A draft of this kind, or what a template was filled with. */
  readonly kind: DraftKind | 'template'
  readonly sentences: readonly DraftedSentence[]
}

/** Sent twice it is kept once. */
export async function insertSentences(
  tx: Tx,
  { organisationId, actor }: Scope,
  { id, complaintId, at, kind, sentences }: Kept,
): Promise<void> {
  await tx
    .insertInto('letters_drafts_from_record')
    .values({
      id,
      organisation_id: organisationId,
      complaint_id: complaintId,
      kind,
      sentences: JSON.stringify(sentences),
      kept_at: at,
      kept_by: actor,
    })
    .onConflict((each) => each.column('id').doNothing())
    .execute()
}

/** Personal data of a complaint are erased. */
export async function forgetDraftsFromRecord(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .deleteFrom('letters_drafts_from_record')
    .where('complaint_id', '=', complaintId)
    .execute()
}
