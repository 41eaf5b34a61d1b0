import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Verdict } from './contract.ts'

type Proposed = {
  readonly id: string
  readonly complaintId: string
  readonly verdict: Verdict
  readonly reconsiders: string | null
  readonly byId: string
  readonly at: string
}

export async function insertJudgement(
  tx: Tx,
  { organisationId }: Scope,
  { id, complaintId, verdict, reconsiders, byId, at }: Proposed,
): Promise<void> {
  await tx
    .insertInto('harassment_judgements')
    .values({
      id,
      organisation_id: organisationId,
      complaint_id: complaintId,
      state: 'proposed',
      verdict,
      reconsiders,
      proposed_by: byId,
      proposed_at: at,
    })
    .execute()
}

export async function settleJudgement(
  tx: Tx,
  id: string,
  { state, at }: { readonly state: 'decided' | 'returned'; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('harassment_judgements')
    .set({ state, settled_at: at })
    .where('id', '=', id)
    .execute()
}

/** The words are gone: there is nothing to list any more. */
export async function forgetJudgements(tx: Tx, complaintId: string): Promise<void> {
  await tx.deleteFrom('harassment_judgements').where('complaint_id', '=', complaintId).execute()
}
