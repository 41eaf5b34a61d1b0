import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { KeptReason } from '../gate/contract.ts'
import type { Paper, Posting, TypedLetter } from './contract.ts'

type HeldPaper = Omit<Paper, 'madeByName' | 'posting' | 'hasOriginal'> & {
  readonly letter: TypedLetter
  readonly reasons: readonly KeptReason[]
  readonly bytes: Buffer
}

export async function insertPaper(
  tx: Tx,
  { organisationId, actor }: Scope,
  paper: HeldPaper,
): Promise<void> {
  await tx
    .insertInto('letters_papers')
    .values({
      id: paper.id,
      organisation_id: organisationId,
      complaint_id: paper.complaintId,
      kind: paper.kind,
      format: paper.format,
      subject: paper.subject,
      addressee: paper.addressee,
      content: JSON.stringify(paper.letter),
      reasons: JSON.stringify(paper.reasons),
      bytes: paper.bytes,
      sha256: paper.sha256,
      size: paper.size,
      made_at: paper.madeAt,
      made_by: actor,
    })
    .execute()
}

/** Null: it was not posted after all. */
export async function savePosting(
  tx: Tx,
  { actor }: Scope,
  paperId: string,
  posting: Omit<Posting, 'byName'> | null,
): Promise<void> {
  await tx
    .updateTable('letters_papers')
    .set({
      posted_on: posting?.on ?? null,
      posted_how: posting?.how ?? null,
      posted_tracking: posting?.tracking ?? null,
      posted_at: posting?.at ?? null,
      posted_by: posting ? actor : null,
    })
    .where('id', '=', paperId)
    .execute()
}

/** Personal data of a complaint are erased: that something was issued stays, with its hash. */
export async function forgetPapers(tx: Tx, complaintId: string): Promise<void> {
  const erased = '（消去済み）'
  await tx
    .updateTable('letters_papers')
    .set({ subject: erased, addressee: erased, content: '{}', reasons: '[]', bytes: null })
    .set((each) => ({
      // By its number the post office names the addressee.
      posted_tracking: each.case().when('posted_on', 'is not', null).then('').else(null).end(),
    }))
    .where('complaint_id', '=', complaintId)
    .execute()
}
