import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { chainOf, screensOf } from '../queries.ts'

/** Which complaints have a protective record. Only for the house. */
export async function protectedIds(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('protection_files')
    .select('complaint_id as complaintId')
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return rows.map(({ complaintId }) => complaintId)
}

/** Each file with its chain, so that it can be hashed again, and its screenshots byte for byte. */
export async function* protectedLines(tx: Tx, scope: Scope) {
  yield { kind: 'organisation', id: scope.organisationId }
  const files = await tx
    .selectFrom('protection_files')
    .select(['id', 'complaint_id as complaintId', 'opened_at as openedAt', 'head'])
    .select(['head_hash as headHash', 'keep_until as keepUntil', 'erased_at as erasedAt'])
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  const numbers = await linesById(
    tx,
    files.map(({ complaintId }) => complaintId),
  )
  for (const file of files) {
    const number = numbers.get(file.complaintId)?.number ?? ''
    const entries = (await chainOf(tx, scope, file.id)).map(
      ({ organisationId: _organisation, complaintId: _file, ...entry }) => entry,
    )
    yield { kind: 'protection-file', number, ...file, entries }
    for (const { bytes, ...screen } of await screensOf(tx, file.id))
      yield {
        kind: 'protection-screen',
        ...screen,
        fileId: file.id,
        size: bytes.length,
        base64: bytes.toString('base64'),
      }
  }
}
