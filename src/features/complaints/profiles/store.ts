import { sql, type SqlBool } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** Takes the words of links away that others' records hold; the chains still verify, as after any erasure. */
export async function eraseLinks(
  tx: Tx,
  links: readonly { linkId: string; otherComplaintId: string }[],
): Promise<void> {
  for (const { linkId, otherComplaintId } of links) {
    await tx
      .updateTable('complaints_timeline')
      .set({ payload: null, salt: null })
      .where('complaint_id', '=', otherComplaintId)
      .where('type', 'in', ['complaints.customers-linked', 'complaints.customers-unlinked'])
      .where(sql<SqlBool>`payload ->> 'linkId' = ${linkId}`)
      .execute()
  }
}
