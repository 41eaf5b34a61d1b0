import type { Tx } from '#platform/db/database.ts'
import type { SheetLine } from './contract.ts'
import type { StoredTrial } from './queries.ts'

type Writing = { readonly organisationId: string; readonly at: string; readonly by: string }
type Written = {
  readonly revision: number
  readonly fromNumber: number
  readonly lines: readonly SheetLine[]
}

/** What was shown by a trial of the lines before is no longer true of these. */
export async function writeDraft(
  tx: Tx,
  { organisationId, at, by }: Writing,
  { revision, fromNumber, lines }: Written,
): Promise<void> {
  const row = {
    revision,
    from_number: fromNumber,
    lines: JSON.stringify(lines),
    trial: null,
    changed_at: at,
    changed_by: by,
  }
  await tx
    .insertInto('remedies_drafts')
    .values({ organisation_id: organisationId, ...row })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .execute()
}

export async function writeTrial(tx: Tx, organisationId: string, trial: StoredTrial) {
  await tx
    .updateTable('remedies_drafts')
    .set({ trial: JSON.stringify(trial) })
    .where('organisation_id', '=', organisationId)
    .execute()
}

export async function removeDraft(tx: Tx, organisationId: string): Promise<void> {
  await tx.deleteFrom('remedies_drafts').where('organisation_id', '=', organisationId).execute()
}
