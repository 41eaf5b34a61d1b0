import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Attachment } from './contract.ts'

export async function insertAttachments(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  letterId: string,
  files: readonly Attachment[],
): Promise<void> {
  if (files.length === 0) return
  const rows = files.map(({ evidenceId, ...file }, position) => ({
    ...file,
    evidence_id: evidenceId,
    letter_id: letterId,
    organisation_id: organisationId,
    position,
  }))
  await tx.insertInto('letters_attachments').values(rows).execute()
}

/** Personal data are erased: also the names of files. */
export async function forgetAttachments(tx: Tx, complaintId: string): Promise<void> {
  const ofComplaint = tx.selectFrom('letters').where('complaint_id', '=', complaintId).select('id')
  await tx.deleteFrom('letters_attachments').where('letter_id', 'in', ofComplaint).execute()
}
