import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Feasibility } from './contract.ts'

export async function saveFeasibility(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  { ruleId, isFeasible, words, source }: Feasibility,
  at: string,
): Promise<void> {
  const said = { is_feasible: isFeasible, words, source, at }
  await tx
    .insertInto('remedies_feasibility')
    .values({
      complaint_id: complaintId,
      rule_id: ruleId,
      organisation_id: scope.organisationId,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['complaint_id', 'rule_id']).doUpdateSet(said))
    .execute()
}

export async function upsertConnector(
  tx: Tx,
  scope: Scope,
  { url, secret, isOn }: { url: string; secret: string; isOn: boolean },
  at: string,
): Promise<void> {
  const changed = { url, secret, is_on: isOn, changed_at: at, changed_by: scope.actor }
  await tx
    .insertInto('remedies_connectors')
    .values({ organisation_id: scope.organisationId, ...changed })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(changed))
    .execute()
}

/** What was said about stock and dates is about this customer's case. */
export async function forgetFeasibility(tx: Tx, complaintId: string): Promise<void> {
  await tx.deleteFrom('remedies_feasibility').where('complaint_id', '=', complaintId).execute()
}
