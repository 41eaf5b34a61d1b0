import type { Tx } from '#platform/db/database.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { remedyKind } from '../contract.ts'
import type { Precedents } from './contract.ts'
import { compare, type Past } from './rules.ts'

const atMost = 500

/** Without a known cause nothing is like it. */
export async function precedentsOf(
  tx: Tx,
  complaintId: string,
  { cause, details }: CaseRecord,
): Promise<Precedents> {
  const known = { cause: cause?.cause ?? null, product: details.product ?? null }
  return compare(known.cause === null ? [] : await pastOf(tx, complaintId, known.cause), known)
}

async function pastOf(tx: Tx, complaintId: string, cause: string): Promise<Past[]> {
  const rows = await tx
    .selectFrom('remedies_grants as g')
    .innerJoin('complaints as c', 'c.id', 'g.complaint_id')
    .where('g.cause', '=', cause)
    .where('g.complaint_id', '<>', complaintId)
    .where('g.answer', 'in', ['accepted', 'rejected'])
    .select([
      'g.complaint_id as complaintId',
      'c.number as complaintNumber',
      'g.kind',
      'g.label',
      'g.amount_yen as amountYen',
      'g.price_yen as priceYen',
      'g.product',
      'g.approval_id as approvalId',
      'g.answer',
      'g.offered_at as at',
    ])
    .orderBy('g.offered_at', 'desc')
    .limit(atMost)
    .execute()
  return rows.map(({ approvalId, ...row }) => ({
    ...row,
    kind: remedyKind.parse(row.kind),
    isApproved: approvalId !== null,
  }))
}

/** `isFree`: it was declined or given up, and binds no budget now. */
export async function grantOf(tx: Tx, offerId: string) {
  const row = await tx
    .selectFrom('remedies_grants')
    .where('offer_id', '=', offerId)
    .select(['budget_id as budgetId', 'amount_yen as amountYen', 'answer', 'released_at'])
    .executeTakeFirst()
  return row && { ...row, isFree: row.answer === 'rejected' || row.released_at !== null }
}
