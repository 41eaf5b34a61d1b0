import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { headBytes, withoutPlace } from '#platform/files/photo-place.ts'
import { largestPictured, smallPicture } from '#platform/files/small-picture.ts'
import type { Vault } from '#platform/vault.ts'
import { fileKindOf, isFileShown, fileTypeOf, isMisnamed } from '#features/complaints/door.ts'
import { openedFrom } from '../queries.ts'
import type { TalkFile } from './contract.ts'
import { placeOfPiece, placeOfSmall } from './rules.ts'

/** What is sealed in the row of a file. Type and hash are empty until all bytes are here. */
export const told = z.object({
  name: z.string(),
  type: z.string(),
  sha256: z.string(),
  hasPlace: z.boolean(),
})
export type Told = z.output<typeof told>

export type FileRow = Told & {
  readonly id: string
  readonly caseId: string
  readonly deskMemberId: string | null
  readonly isShared: boolean
  readonly on: string
  readonly at: string | null
  readonly size: number
  readonly received: number
  readonly isFinished: boolean
}

/** A transaction that sees what this caller may see: a member, or whoever showed a code. */
export type Reach = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

function rows(tx: Tx) {
  return tx
    .selectFrom('consultation_files')
    .select(['id', 'case_id as caseId', 'desk_member_id as deskMemberId', 'on_day as on', 'at'])
    .select(['is_shared as isShared', 'is_finished as isFinished', 'size', 'received', 'sealed'])
}

export async function fileById(tx: Tx, vault: Vault, id: string): Promise<FileRow | undefined> {
  const row = await rows(tx).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { sealed, ...rest } = row
  return { ...rest, ...told.parse(openedFrom(vault, row.caseId, sealed)) }
}

/** Those of a consultation that are here whole, oldest first; whoever asks sees what is meant for them. */
export async function filesOf(tx: Tx, vault: Vault, caseId: string): Promise<FileRow[]> {
  const found = await rows(tx)
    .where('case_id', '=', caseId)
    .where('is_finished', '=', true)
    .orderBy('on_day')
    .orderBy('at')
    .orderBy('id')
    .execute()
  return found.map(({ sealed, ...rest }) => ({
    ...rest,
    ...told.parse(openedFrom(vault, caseId, sealed)),
  }))
}

export function shownFile(row: FileRow): TalkFile {
  const { id, name, type, size, sha256, hasPlace } = row
  return {
    id,
    name,
    type,
    kind: fileKindOf(type),
    isShown: isFileShown(type),
    size,
    sha256,
    isMisnamed: isMisnamed(name, type),
    hasPlace,
  }
}

/** How many files a consultation has or awaits, and how many bytes they are. */
export async function alreadyThere(
  tx: Tx,
  caseId: string,
): Promise<{ files: number; bytes: number }> {
  const { files, bytes } = await tx
    .selectFrom('consultation_files')
    .where('case_id', '=', caseId)
    .select((of) => [
      of.fn.countAll<number>().as('files'),
      of.fn.sum<string | null>('size').as('bytes'),
    ])
    .executeTakeFirstOrThrow()
  return { files, bytes: Number(bytes ?? 0) }
}

/** Begun before this day and not whole; whole and never looked at, because its node died. */
export async function leftOver(tx: Tx, caseId: string): Promise<FileIdle[]> {
  return tx
    .selectFrom('consultation_files')
    .where('case_id', '=', caseId)
    .where('is_finished', '=', false)
    .select(['id', 'on_day as on', 'size', 'received'])
    .execute()
}
type FileIdle = { id: string; on: string; size: number; received: number }

/** The bytes from `from` to `to`, both included, each piece in a look of its own. Throws when they are erased meanwhile. */
export async function* bytesOf(
  reach: Reach,
  vault: Vault,
  fileId: string,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Buffer> {
  let at = from
  while (at <= to) {
    const place = at
    const piece = await reach((tx) => pieceAt(tx, fileId, place))
    if (!piece) throw new Error(`a file of a consultation ends at ${place}`)
    const opened = vault.openBytes(piece.sealed, placeOfPiece(fileId, piece.position))
    const bytes = opened?.subarray(place - piece.position, to - piece.position + 1)
    if (!bytes || bytes.length === 0)
      throw new Error('a file of a consultation does not open: is UKETOME_SECRET the same?')
    yield bytes
    at += bytes.length
  }
}

function pieceAt(tx: Tx, fileId: string, at: number) {
  return tx
    .selectFrom('consultation_file_pieces')
    .where('file_id', '=', fileId)
    .where('position', '<=', at)
    .orderBy('position', 'desc')
    .select(['position', 'sealed'])
    .limit(1)
    .executeTakeFirst()
}

/** The same stretch without the place where the photo was taken. */
export async function* placelessBytesOf(
  reach: Reach,
  vault: Vault,
  { id, size }: FileRow,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  const length = Math.min(headBytes, size)
  if (from < length) {
    const { bytes } = withoutPlace(await startOf(reach, vault, id, length))
    yield bytes.subarray(from, to + 1)
  }
  if (to >= length) yield* bytesOf(reach, vault, id, { from: Math.max(from, length), to })
}

async function startOf(reach: Reach, vault: Vault, id: string, length: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const bytes of bytesOf(reach, vault, id, { from: 0, to: length - 1 }))
    pieces.push(bytes)
  return Buffer.concat(pieces)
}

/** What the bytes themselves say, and a little picture, sealed. */
export async function examined(
  reach: Reach,
  vault: Vault,
  { id, size }: FileRow,
): Promise<{ found: Omit<Told, 'name'>; small: Buffer | null }> {
  const hash = createHash('sha256')
  let type = ''
  for await (const bytes of bytesOf(reach, vault, id, { from: 0, to: size - 1 })) {
    type ||= fileTypeOf(bytes.subarray(0, 4096))
    hash.update(bytes)
  }
  const isPicture = fileKindOf(type) === 'photo'
  const hasPlace =
    isPicture && withoutPlace(await startOf(reach, vault, id, Math.min(headBytes, size))).hadPlace
  const drawn =
    isPicture && size <= largestPictured
      ? await smallPicture(await startOf(reach, vault, id, size))
      : null
  const small = drawn && vault.sealBytes(drawn, placeOfSmall(id))
  return { found: { type, sha256: hash.digest('hex'), hasPlace }, small }
}

export async function smallOf(tx: Tx, vault: Vault, fileId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('consultation_files')
    .where('id', '=', fileId)
    .select('small')
    .executeTakeFirst()
  return row?.small ? vault.openBytes(row.small, placeOfSmall(fileId)) : null
}
