import { sql } from 'kysely'
import { afterCommit, sendAlong, type Database, type Tx } from '#platform/db/database.ts'
import { insertion } from '#platform/db/insertion.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'

/** An entry that another room may react to, after it was committed. Read the record for what it says. */
export type Heard = {
  readonly organisationId: string
  readonly complaintId: string
  readonly sequence: number
  readonly type: string
  readonly entryId: string
}

/** These wait to be heard as soon as they are committed. */
export function insertUnheard(
  tx: Tx,
  organisationId: string,
  entries: readonly Pick<TimelineEntry, 'complaintId' | 'sequence' | 'type' | 'id'>[],
): void {
  const rows = entries.map(({ complaintId, sequence, type, id }) => {
    const place = { organisation_id: organisationId, complaint_id: complaintId, sequence }
    return { ...place, type, entry_id: id }
  })
  sendAlong(tx, insertion('complaints_unheard', rows))
  afterCommit(tx, (db) => ears.get(db)?.())
}

/** Called when something waits that this process has committed; one ear for a database. Answers how to stop. */
export function onUnheard(db: Database, ear: () => void): () => void {
  ears.set(db, ear)
  return () => void ears.delete(db)
}

const ears = new WeakMap<Database, () => void>()

/** All that waits of some complaints, those that wait longest first, in the order of each; nobody else takes them for so long. */
export async function takeUnheard(
  db: Database,
  { seconds, most }: { readonly seconds: number; readonly most: number },
): Promise<Heard[]> {
  const { rows } = await sql<Heard>`
    select organisation_id as "organisationId", complaint_id as "complaintId", sequence, type, entry_id as "entryId"
      from complaints_take_unheard(${seconds}, ${most}) order by complaint_id, sequence`.execute(db)
  return rows
}

export async function forgetHeard(db: Database, heard: readonly Heard[]): Promise<void> {
  await sql`select complaints_forget_heard(${heard.map(({ organisationId }) => organisationId)}::uuid[],
    ${heard.map(({ complaintId }) => complaintId)}::uuid[], ${heard.map(({ sequence }) => sequence)}::int[])`.execute(
    db,
  )
}
