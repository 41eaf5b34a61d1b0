import { createHash } from 'node:crypto'
import type { Tx } from '#platform/db/database.ts'
import { headBytes, withoutPlace } from '#platform/files/photo-place.ts'
import { largestPictured, smallPicture } from '#platform/files/small-picture.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type Scope } from '#features/access/door.ts'
import { contentBytes } from '../contents/queries.ts'
import { nameOf as actorName } from '../timeline/queries.ts'
import type { Evidence, EvidenceLimits } from './contract.ts'
import { isMisnamed, kindOf, typeOf, usualLimits } from './rules.ts'

/** Where bytes lie. */
type Kept = Pick<Ports, 'db' | 'files'>

export type EvidenceRow = {
  readonly id: string
  readonly forId: string
  readonly complaintId: string | null
  readonly name: string
  readonly note: string
  readonly size: number
  readonly received: number
  readonly type: string | null
  readonly sha256: string | null
  readonly by: string
  readonly createdAt: string
  readonly hasPlace: boolean
}

function rows(tx: Tx) {
  return tx
    .selectFrom('complaints_evidence')
    .select(['id', 'for_id as forId', 'complaint_id as complaintId', 'name', 'note', 'size'])
    .select([
      'received',
      'type',
      'sha256',
      'by',
      'created_at as createdAt',
      'has_place as hasPlace',
    ])
}

export function evidenceById(tx: Tx, evidenceId: string): Promise<EvidenceRow | undefined> {
  return rows(tx).where('id', '=', evidenceId).executeTakeFirst()
}

/** What has arrived whole and waits for its complaint. */
export function waitingFor(tx: Tx, complaintId: string): Promise<EvidenceRow[]> {
  return rows(tx)
    .where('for_id', '=', complaintId)
    .where('complaint_id', 'is', null)
    .where('sha256', 'is not', null)
    .orderBy('created_at')
    .execute()
}

/** How many files a complaint has or awaits, and how many bytes all complaints await from the public. */
export async function alreadyThere(
  tx: Tx,
  forId: string,
): Promise<{ files: number; waitingBytes: number }> {
  const { files } = await tx
    .selectFrom('complaints_evidence')
    .where('for_id', '=', forId)
    .select((count) => count.fn.countAll<number>().as('files'))
    .executeTakeFirstOrThrow()
  const { bytes } = await tx
    .selectFrom('complaints_evidence')
    .where('complaint_id', 'is', null)
    .where('by', '=', 'customer')
    .select((of) => of.fn.sum<string | null>('size').as('bytes'))
    .executeTakeFirstOrThrow()
  return { files, waitingBytes: Number(bytes ?? 0) }
}

export async function limitsOf(tx: Tx): Promise<EvidenceLimits> {
  const row = await tx
    .selectFrom('complaints_evidence_limits')
    .select(['largest_megabytes as largestMegabytes', 'most_files as mostFiles'])
    .executeTakeFirst()
  return row ?? usualLimits
}

export async function evidenceOf(
  tx: Tx,
  names: ReadonlyMap<string, string>,
  complaintId: string,
): Promise<Evidence[]> {
  const found = await rows(tx)
    .where('complaint_id', '=', complaintId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return found.map(({ id, name, note, size, type, sha256, by, createdAt, hasPlace }) => ({
    id,
    name,
    note,
    size,
    type: type ?? '',
    kind: kindOf(type ?? ''),
    sha256: sha256 ?? '',
    isMisnamed: isMisnamed(name, type ?? ''),
    hasPlace,
    addedAt: createdAt,
    byName: actorName(by, names),
  }))
}

/** The bytes from `from` to `to`, both included, one piece at a time. Throws when they are erased meanwhile. */
export function bytesOf(
  { db, files }: Kept,
  scope: Scope,
  evidenceId: string,
  range: { from: number; to: number },
): AsyncGenerator<Buffer> {
  return contentBytes((work) => inside(db, scope, work), files, evidenceId, range)
}

/** What the bytes themselves say: their type, their hash, whether a photo tells its place, and a small picture. */
export async function examined(
  kept: Kept,
  scope: Scope,
  { id, size }: EvidenceRow,
): Promise<{ type: string; sha256: string; hasPlace: boolean; small: Buffer | null }> {
  const hash = createHash('sha256')
  let type = ''
  for await (const bytes of bytesOf(kept, scope, id, { from: 0, to: size - 1 })) {
    type ||= typeOf(bytes.subarray(0, 4096))
    hash.update(bytes)
  }
  const isPicture = kindOf(type) === 'photo'
  const { hadPlace: hasPlace } = isPicture
    ? withoutPlace(await startOf(kept, scope, id, Math.min(headBytes, size)))
    : { hadPlace: false }
  const isPictured = isPicture && size <= largestPictured
  const small = isPictured ? await smallPicture(await startOf(kept, scope, id, size)) : null
  return { type, sha256: hash.digest('hex'), hasPlace, small }
}

/** The first bytes of a file, in one. */
async function startOf(kept: Kept, scope: Scope, id: string, length: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const bytes of bytesOf(kept, scope, id, { from: 0, to: length - 1 }))
    pieces.push(bytes)
  return Buffer.concat(pieces)
}

/** The same stretch of a photo as `bytesOf`, without the place where it was taken. */
export async function* placelessBytesOf(
  kept: Kept,
  scope: Scope,
  { id, size }: EvidenceRow,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  const length = Math.min(headBytes, size)
  if (from < length) {
    const { bytes } = withoutPlace(await startOf(kept, scope, id, length))
    yield bytes.subarray(from, to + 1)
  }
  if (to >= length) yield* bytesOf(kept, scope, id, { from: Math.max(from, length), to })
}

/** A little picture of one file of this complaint, or its bytes without the place where it was taken. */
export async function pictureOf(
  kept: Kept,
  scope: Scope,
  complaintId: string,
  evidenceId: string,
): Promise<
  { small: Buffer | null; row: EvidenceRow; bytes: () => AsyncGenerator<Uint8Array> } | undefined
> {
  const found = await inside(kept.db, scope, async (tx) => {
    const row = await evidenceById(tx, evidenceId)
    return row?.complaintId === complaintId ? { row, small: await smallOf(tx, evidenceId) } : null
  })
  if (!found) return undefined
  const { row } = found
  const whole = { from: 0, to: row.size - 1 }
  const read = row.hasPlace ? placelessBytesOf : plainBytesOf
  return { ...found, bytes: () => read(kept, scope, row, whole) }
}

function plainBytesOf(
  kept: Kept,
  scope: Scope,
  { id }: EvidenceRow,
  range: { from: number; to: number },
) {
  return bytesOf(kept, scope, id, range)
}

export async function smallOf(tx: Tx, evidenceId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('complaints_evidence')
    .where('id', '=', evidenceId)
    .select('small')
    .executeTakeFirst()
  return row?.small ?? null
}
