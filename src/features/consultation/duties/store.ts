import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Keeping } from './contract.ts'

export async function saveDuty(
  tx: Tx,
  scope: Scope,
  duty: Keeping & { readonly code: string },
  at: string,
): Promise<void> {
  const values = {
    grouped: duty.group,
    title: duty.title,
    detail: duty.detail,
    state: duty.state,
    owner_id: duty.ownerId,
    evidence: JSON.stringify(duty.evidence),
    note: duty.note,
    done_on: duty.doneOn,
    review_on: duty.reviewOn,
    changed_at: at,
    changed_by: scope.viewer?.memberId ?? null,
  }
  await tx
    .insertInto('consultation_duties')
    .values({ organisation_id: scope.organisationId, code: duty.code, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'code']).doUpdateSet(values))
    .execute()
}

/** False: somebody has published this version. */
export async function insertPolicy(
  tx: Tx,
  scope: Scope,
  policy: { version: number; words: string; on: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consultation_policies')
    .values({
      organisation_id: scope.organisationId,
      version: policy.version,
      words: policy.words,
      published_on: policy.on,
      published_by: scope.viewer?.memberId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertAcknowledgement(
  tx: Tx,
  scope: Scope,
  acknowledgement: { version: number; memberId: string; at: string },
): Promise<void> {
  await sql`insert into consultation_acknowledgements (organisation_id, version, member_id, at)
    values (${scope.organisationId}, ${acknowledgement.version}, ${acknowledgement.memberId}, ${acknowledgement.at})
    on conflict do nothing`.execute(tx)
}
