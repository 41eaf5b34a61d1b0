import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { RemedyKind } from '../contract.ts'
import { productKey } from './rules.ts'

export type Granting = {
  readonly offerId: string
  readonly complaintId: string
  readonly kind: RemedyKind
  readonly label: string
  readonly amountYen: number | null
  readonly approvalId: string | null
  readonly budgetId: string | null
  readonly at: string
}

export async function insertGrant(
  tx: Tx,
  scope: Scope,
  record: CaseRecord,
  made: Granting,
): Promise<void> {
  await tx
    .insertInto('remedies_grants')
    .values({
      offer_id: made.offerId,
      organisation_id: scope.organisationId,
      complaint_id: made.complaintId,
      kind: made.kind,
      label: made.label,
      amount_yen: made.amountYen,
      ...likenessOf(record),
      answer: 'pending',
      offered_at: made.at,
      offered_by: scope.actor,
      approval_id: made.approvalId,
      budget_id: made.budgetId,
    })
    .execute()
}

function likenessOf({ cause, details }: CaseRecord) {
  return {
    cause: cause?.cause ?? null,
    product: productKey(details.product),
    price_yen: details.price ?? null,
  }
}

/** The cause is often found after the offer, and the product corrected. */
export async function saveLikeness(tx: Tx, complaintId: string, record: CaseRecord): Promise<void> {
  await tx
    .updateTable('remedies_grants')
    .set(likenessOf(record))
    .where('complaint_id', '=', complaintId)
    .execute()
}

export async function saveAnswer(
  tx: Tx,
  offerId: string,
  answer: 'accepted' | 'rejected' | 'considering',
): Promise<void> {
  await tx
    .updateTable('remedies_grants')
    .set({ answer, released_at: null })
    .where('offer_id', '=', offerId)
    .execute()
}

/** What nobody took when it was over binds no budget any more. */
export async function release(tx: Tx, complaintId: string, at: string): Promise<void> {
  await tx
    .updateTable('remedies_grants')
    .set({ released_at: at })
    .where('complaint_id', '=', complaintId)
    .where('answer', '<>', 'accepted')
    .execute()
}
