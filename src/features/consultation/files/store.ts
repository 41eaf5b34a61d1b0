import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

export type NewFile = {
  readonly id: string
  readonly organisationId: string
  readonly caseId: string
  readonly deskMemberId: string | null
  readonly isShared: boolean
  readonly on: string
  readonly at: string | null
  readonly size: number
  readonly sealed: string
}

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx
    .insertInto('consultation_files')
    .values({
      id: file.id,
      organisation_id: file.organisationId,
      case_id: file.caseId,
      desk_member_id: file.deskMemberId,
      is_shared: file.isShared,
      on_day: file.on,
      at: file.at,
      size: file.size,
      sealed: file.sealed,
    })
    .execute()
}

/** False when `at` is not where the next byte belongs. `length` counts the bytes of the file, not of the seal. */
export async function appendPiece(
  tx: Tx,
  { organisationId, fileId }: { organisationId: string; fileId: string },
  { at, length, sealed }: { at: number; length: number; sealed: Buffer },
): Promise<boolean> {
  const row = await tx
    .updateTable('consultation_files')
    .set({ received: sql<number>`received + ${length}` })
    .where('id', '=', fileId)
    .where('received', '=', at)
    .where('is_finished', '=', false)
    .where(sql<boolean>`received + ${length} <= size`)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await tx
    .insertInto('consultation_file_pieces')
    .values({ file_id: fileId, organisation_id: organisationId, position: at, sealed })
    .execute()
  return true
}

/** False when another request was quicker. */
export async function saveFinished(
  tx: Tx,
  fileId: string,
  { sealed, small }: { sealed: string; small: Buffer | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('consultation_files')
    .set({ is_finished: true, sealed, small })
    .where('id', '=', fileId)
    .where('is_finished', '=', false)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Only what is not part of the consultation yet. */
export async function dropUnfinished(tx: Tx, fileId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('consultation_files')
    .where('id', '=', fileId)
    .where('is_finished', '=', false)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
