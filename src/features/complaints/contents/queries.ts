import type { Tx } from '#platform/db/database.ts'
import type { FileStore } from '#platform/file-stores/store.ts'

/** Looks into the database: in a transaction of its own each time, or always in the same one. */
export type Look = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

type Range = { readonly from: number; readonly to: number }

/**
 * The bytes of one file from `from` to `to`, both included, wherever they lie; one piece at a time and each in a look of
 * its own, so that a slow reader holds no transaction. Throws when they are erased meanwhile.
 */
export async function* contentBytes(
  look: Look,
  files: FileStore | null,
  evidenceId: string,
  { from, to }: Range,
): AsyncGenerator<Buffer> {
  let at = from
  while (at <= to) {
    const place = at
    const found = await look((tx) => pieceAt(tx, evidenceId, place))
    // It may be carried outside between two pieces.
    if (found?.isOutside) return yield* outside(files, found, { from: at, to })
    const { bytes, position } = found ?? {}
    const part = bytes?.subarray(place - Number(position), to - Number(position) + 1)
    if (!part || part.length === 0) throw new Error(`evidence ${evidenceId} ends at ${place}`)
    yield part
    at += part.length
  }
}

/** The piece that holds this byte of the file, or that the file lies outside. */
function pieceAt(tx: Tx, evidenceId: string, at: number) {
  return tx
    .selectFrom('complaints_evidence as evidence')
    .innerJoin('complaints_contents as content', 'content.id', 'evidence.content_id')
    .leftJoinLateral(
      (piece) =>
        piece
          .selectFrom('complaints_pieces')
          .whereRef('content_id', '=', 'content.id')
          .where('position', '<=', at)
          .orderBy('position', 'desc')
          .select(['position', 'bytes'])
          .limit(1)
          .as('piece'),
      (join) => join.onTrue(),
    )
    .where('evidence.id', '=', evidenceId)
    .select(['content.id', 'content.organisation_id as organisationId'])
    .select(['content.is_outside as isOutside', 'piece.position', 'piece.bytes'])
    .executeTakeFirst()
}

async function* outside(
  files: FileStore | null,
  content: { id: string; organisationId: string },
  range: Range,
): AsyncGenerator<Buffer> {
  yield* storeOf(files).read(keyOf(content.organisationId, content.id), range)
}

export function keyOf(organisationId: string, contentId: string): string {
  return `${organisationId}/${contentId}`
}

/** Throws where files were put outside before, and nobody says where that is any more. */
export function storeOf(files: FileStore | null): FileStore {
  if (files) return files
  throw new Error(
    'この記録のファイルは、外の置き場にあります。UKETOME_FILES を前と同じに設定してください。',
  )
}

export type Content = {
  readonly id: string
  readonly size: number
  readonly sha256: string | null
  readonly isOutside: boolean
}

export function contentById(tx: Tx, contentId: string): Promise<Content | undefined> {
  return tx
    .selectFrom('complaints_contents')
    .where('id', '=', contentId)
    .select(['id', 'size', 'sha256', 'is_outside as isOutside'])
    .executeTakeFirst()
}

/** Pieces of one content in their order, for as long as it lies here. */
export async function* piecesOf(look: Look, { id, size }: Content): AsyncGenerator<Buffer> {
  let at = 0
  while (at < size) {
    const position = at
    const piece = await look((tx) =>
      tx
        .selectFrom('complaints_pieces')
        .where('content_id', '=', id)
        .where('position', '=', position)
        .select('bytes')
        .executeTakeFirst(),
    )
    if (!piece) throw new Error(`content ${id} has no piece at ${at}`)
    yield piece.bytes
    at += piece.bytes.length
  }
}

/** Whole files that lie here, oldest first. */
export async function contentsHere(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('complaints_contents')
    .where('is_outside', '=', false)
    .where('sha256', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .select('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** How many files lie here and outside, and how many bytes. */
export async function contentsKept(tx: Tx) {
  const rows = await tx
    .selectFrom('complaints_contents')
    .where('sha256', 'is not', null)
    .groupBy('is_outside')
    .select(['is_outside as isOutside'])
    .select((of) => [
      of.fn.countAll<number>().as('files'),
      of.fn.sum<string | null>('size').as('bytes'),
    ])
    .execute()
  const of = (isOutside: boolean) => {
    const row = rows.find((each) => each.isOutside === isOutside)
    return { files: row?.files ?? 0, bytes: Number(row?.bytes ?? 0) }
  }
  return { here: of(false), outside: of(true) }
}
