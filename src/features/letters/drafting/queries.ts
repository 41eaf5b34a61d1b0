import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { commitmentsOfComplaints } from '#features/commitments/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { remedyTable } from '#features/remedies/door.ts'
import type { Source } from '../phrasing/source.ts'
import { draftedSentence, type Standing } from './contract.ts'
import { ownIn, standingIn, type KeptSentence } from './rules.ts'

type Now = { readonly tx: Tx; readonly record: CaseRecord; readonly at: string }

/** All that a draft is made from. */
export async function sourceOf(
  { tx, record, at }: Now,
  scope: Scope,
  complaintId: string,
): Promise<Source> {
  const promises = await commitmentsOfComplaints(tx, scope, [complaintId], at)
  return { record, now: at, promises, clauses: await remedyTable(tx) }
}

/** What a text of this complaint still contains of its drafts, held against the record of now. */
export async function standingOf(
  { tx, record, at }: Now,
  complaintId: string,
  text: string,
): Promise<Standing[]> {
  const kept = await keptSentences(tx, complaintId)
  if (kept.length === 0) return []
  return standingIn(text, kept, { record, now: at, clauses: await remedyTable(tx) })
}

/** The same, with what its writer has written beside them. */
export async function lookedAt(now: Now, complaintId: string, text: string) {
  const kept = await keptSentences(now.tx, complaintId)
  if (kept.length === 0) return { sentences: [], own: [] }
  return { sentences: await standingOf(now, complaintId, text), own: ownIn(text, kept) }
}

async function keptSentences(tx: Tx, complaintId: string): Promise<KeptSentence[]> {
  const rows = await tx
    .selectFrom('letters_drafts_from_record')
    .select('sentences')
    .where('complaint_id', '=', complaintId)
    .orderBy('kept_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ sentences }) => draftedSentence.array().parse(sentences))
}
