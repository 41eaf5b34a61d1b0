import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import { takeTurns } from '../store.ts'

/** Room for bytes that are going to come, under the id of the evidence they come for. */
export async function beginContent(
  tx: Tx,
  content: { id: string; organisationId: string; size: number; createdAt: string },
): Promise<void> {
  const { id, organisationId: organisation_id, size, createdAt: created_at } = content
  await tx
    .insertInto('complaints_contents')
    .values({ id, organisation_id, size, created_at })
    .execute()
}

/** All bytes are here. What was kept before under the same SHA-256 is used instead of them. */
export async function settleContent(
  tx: Tx,
  organisationId: string,
  { evidenceId, sha256, goesOutside }: { evidenceId: string; sha256: string; goesOutside: boolean },
): Promise<void> {
  await turn(tx, organisationId)
  const same = await tx
    .selectFrom('complaints_contents')
    .where('organisation_id', '=', organisationId)
    .where('sha256', '=', sha256)
    .select('id')
    .executeTakeFirst()
  if (same?.id === evidenceId) return
  if (same) {
    await tx
      .updateTable('complaints_evidence')
      .set({ content_id: same.id })
      .where('id', '=', evidenceId)
      .execute()
    await tx.deleteFrom('complaints_contents').where('id', '=', evidenceId).execute()
    return
  }
  await tx.updateTable('complaints_contents').set({ sha256 }).where('id', '=', evidenceId).execute()
  if (goesOutside) await sendOutside(tx, organisationId, evidenceId)
}

async function sendOutside(tx: Tx, organisationId: string, contentId: string): Promise<void> {
  const payload = { organisationId, contentId }
  await enqueue(tx, { task: 'complaints.keep-outside', payload, key: `outside:${contentId}` })
}

/** They lie outside from now on. False when they were forgotten meanwhile, or another node was quicker. */
export async function saveOutside(tx: Tx, contentId: string): Promise<boolean> {
  const row = await tx
    .updateTable('complaints_contents')
    .set({ is_outside: true })
    .where('id', '=', contentId)
    .where('is_outside', '=', false)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await tx.deleteFrom('complaints_pieces').where('content_id', '=', contentId).execute()
  return true
}

/** Evidence with these contents is gone: what no other evidence has is forgotten here at once, and outside by a job. */
export async function dropLeftContents(
  tx: Tx,
  organisationId: string,
  contentIds: readonly string[],
): Promise<void> {
  if (contentIds.length === 0) return
  await turn(tx, organisationId)
  const gone = await tx
    .deleteFrom('complaints_contents')
    .where('id', 'in', contentIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('complaints_evidence')
            .whereRef('complaints_evidence.content_id', '=', 'complaints_contents.id')
            .select('complaints_evidence.id'),
        ),
      ),
    )
    .returning(['id', 'is_outside as isOutside'])
    .execute()
  for (const { id, isOutside } of gone) if (isOutside) await forgetOutside(tx, organisationId, id)
}

async function forgetOutside(tx: Tx, organisationId: string, contentId: string): Promise<void> {
  const payload = { organisationId, contentId }
  await enqueue(tx, { task: 'complaints.forget-outside', payload, key: `outside:${contentId}` })
}

/** Equal files that come and go at the same time must see one another. */
function turn(tx: Tx, organisationId: string): Promise<void> {
  return takeTurns(tx, [`contents:${organisationId}`])
}
