import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { paper, type Paper } from './contract.ts'

export async function papersOf(tx: Tx, scope: Scope, complaintId: string): Promise<Paper[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('letters_papers')
    .select(['id', 'complaint_id', 'kind', 'format', 'subject', 'addressee', 'sha256', 'size'])
    .select(['made_at', 'made_by'])
    .where('complaint_id', '=', complaintId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(({ complaint_id, made_at, made_by, ...row }) =>
    paper.parse({
      ...row,
      complaintId: complaint_id,
      madeAt: made_at,
      madeByName: names.get(made_by.replace('member:', '')) ?? '',
    }),
  )
}

/** Undefined: no such paper for this organisation, or its bytes were erased. */
export async function paperBytes(tx: Tx, paperId: string) {
  const row = await tx
    .selectFrom('letters_papers')
    .select(['bytes', 'format', 'subject'])
    .where('id', '=', paperId)
    .executeTakeFirst()
  return row?.bytes ? { ...row, bytes: row.bytes } : undefined
}
