import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import { beginContent, dropLeftContents, settleContent } from '../contents/store.ts'
import type { EvidenceLimits } from './contract.ts'

export type NewEvidence = {
  readonly id: string
  readonly organisationId: string
  readonly forId: string
  readonly name: string
  readonly note: string
  readonly size: number
  readonly by: string
  readonly createdAt: string
}

export async function insertEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  const { id, organisationId: organisation_id, forId: for_id, createdAt, ...rest } = evidence
  await beginContent(tx, evidence)
  await tx
    .insertInto('complaints_evidence')
    .values({ id, organisation_id, for_id, content_id: id, created_at: createdAt, ...rest })
    .execute()
}

/** Looks at this upload at `runAt`, and no longer at the time that was set before. */
export async function tendAt(
  tx: Tx,
  organisationId: string,
  evidenceId: string,
  runAt: string,
): Promise<void> {
  const payload = { organisationId, evidenceId }
  const key = `evidence:${evidenceId}`
  await enqueue(tx, { task: 'complaints.tend-evidence', payload, key, runAt })
}

/** Answers whether these are the last bytes; null when `at` is not where the next byte belongs. */
export async function appendPiece(
  tx: Tx,
  organisationId: string,
  evidenceId: string,
  at: number,
  bytes: Buffer,
): Promise<{ isWhole: boolean } | null> {
  const { length } = bytes
  const row = await tx
    .updateTable('complaints_evidence')
    .set({ received: sql<number>`received + ${length}` })
    .where('id', '=', evidenceId)
    .where('received', '=', at)
    .where(sql<boolean>`received + ${length} <= size`)
    .returning(['received', 'size'])
    .executeTakeFirst()
  if (!row) return null
  // Until the file is whole, its contents have its own id.
  const place = { content_id: evidenceId, organisation_id: organisationId, position: at }
  await tx
    .insertInto('complaints_pieces')
    .values({ ...place, bytes })
    .execute()
  return { isWhole: row.received === row.size }
}

export async function saveFinished(
  tx: Tx,
  organisationId: string,
  evidenceId: string,
  found: {
    type: string
    sha256: string
    hasPlace: boolean
    small: Buffer | null
    at: string
    goesOutside: boolean
  },
): Promise<void> {
  await tx
    .updateTable('complaints_evidence')
    .set({
      type: found.type,
      sha256: found.sha256,
      has_place: found.hasPlace,
      small: found.small,
      finished_at: found.at,
    })
    .where('id', '=', evidenceId)
    .execute()
  await settleContent(tx, organisationId, { evidenceId, ...found })
}

/** False when it was there before. */
export async function saveAttached(
  tx: Tx,
  evidenceId: string,
  complaintId: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('complaints_evidence')
    .set({ complaint_id: complaintId })
    .where('id', '=', evidenceId)
    .where('complaint_id', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Only what is not part of a record. */
export async function dropWaiting(tx: Tx, evidenceId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('complaints_evidence')
    .where('id', '=', evidenceId)
    .where('complaint_id', 'is', null)
    .returning(['content_id as contentId', 'organisation_id as organisationId'])
    .executeTakeFirst()
  if (row) await dropLeftContents(tx, row.organisationId, [row.contentId])
  return row !== undefined
}

/** Personal data are erased: the bytes go unless another complaint has them, too, and what was on its way to this one. */
export async function forgetEvidence(
  tx: Tx,
  organisationId: string,
  complaintId: string,
): Promise<void> {
  const gone = await tx
    .deleteFrom('complaints_evidence')
    .where('for_id', '=', complaintId)
    .returning('content_id as contentId')
    .execute()
  await dropLeftContents(tx, organisationId, [...new Set(gone.map(({ contentId }) => contentId))])
}

export async function saveLimits(
  tx: Tx,
  organisationId: string,
  { largestMegabytes, mostFiles }: EvidenceLimits,
  changed: { at: string; by: string },
): Promise<void> {
  const values = {
    largest_megabytes: largestMegabytes,
    most_files: mostFiles,
    changed_at: changed.at,
    changed_by: changed.by,
  }
  await tx
    .insertInto('complaints_evidence_limits')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}
