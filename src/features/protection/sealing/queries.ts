import { z } from 'zod'
import { verifyChain, type ChainEntry } from '#kernel/chain.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { apartRoots } from '#features/complaints/door.ts'
import { chainOf } from '../queries.ts'
import { apartRoot, type FileHead } from './rules.ts'

const fileHead = z.object({ fileId: z.uuid(), sequence: z.int(), hash: z.string() })

export async function fileHeads(tx: Tx): Promise<FileHead[]> {
  return tx
    .selectFrom('protection_files')
    .select(['id as fileId', 'head as sequence', 'head_hash as hash'])
    .orderBy('id')
    .execute()
}

/** What was sealed below this checkpoint. */
export async function sealOf(tx: Tx, checkpointId: string): Promise<FileHead[] | null> {
  const row = await tx
    .selectFrom('protection_seals')
    .where('checkpoint_id', '=', checkpointId)
    .select('heads')
    .executeTakeFirst()
  return row ? fileHead.array().parse(row.heads) : null
}

/** What was sealed below each checkpoint; null where it was tampered with beyond reading. */
export async function sealedHeads(tx: Tx): Promise<Map<string, FileHead[] | null>> {
  const rows = await tx
    .selectFrom('protection_seals')
    .select(['checkpoint_id as checkpointId', 'heads'])
    .execute()
  return new Map(
    rows.map(({ checkpointId, heads }) => [
      checkpointId,
      fileHead.array().safeParse(heads).data ?? null,
    ]),
  )
}

/** Where something is not as it was written. `complaintId` and `sequence` are null where it concerns a seal. */
export type ProtectionFinding = {
  readonly complaintId: string | null
  readonly sequence: number | null
  readonly kind: string
}

/** Every chain against its own head and every seal, and every seal against its signed checkpoint. Only for the house. */
export async function verifyFiles(
  tx: Tx,
  scope: Scope,
): Promise<{ files: number; findings: ProtectionFinding[] }> {
  const files = await tx
    .selectFrom('protection_files')
    .select(['id', 'complaint_id as complaintId', 'head as sequence', 'head_hash as hash'])
    .orderBy('opened_at')
    .execute()
  const { findings, heads } = await readSeals(tx)
  for (const { id, complaintId, ...expectedHead } of files) {
    const entries = await chainOf(tx, scope, id)
    const found = [
      ...verifyChain(entries, { expectedHead, complaintId: id }),
      ...againstSeals(entries, heads.get(id) ?? []),
    ]
    findings.push(...found.map(({ sequence, kind }) => ({ complaintId, sequence, kind })))
  }
  const known = new Set(files.map(({ id }) => id))
  const gone = [...heads.keys()].filter((id) => !known.has(id))
  findings.push(...gone.map(() => ({ complaintId: null, sequence: null, kind: 'removed' })))
  return { files: files.length, findings: distinct(findings) }
}

async function readSeals(tx: Tx) {
  const findings: ProtectionFinding[] = []
  const heads = new Map<string, FileHead[]>()
  const sealed = await sealedHeads(tx)
  for (const { id, apart } of await apartRoots(tx)) {
    const below = sealed.get(id)
    const isWhole = below !== undefined && below !== null && apartRoot(below) === apart
    const kind = below === undefined ? 'seal-removed' : 'seal-root'
    if (!isWhole) findings.push({ complaintId: null, sequence: null, kind })
    for (const head of below ?? [])
      heads.set(head.fileId, [...(heads.get(head.fileId) ?? []), head])
  }
  return { findings, heads }
}

/** A whole chain can be rewritten consistently, its head too; what was sealed earlier cannot. */
function againstSeals(entries: readonly ChainEntry[], sealed: readonly FileHead[]) {
  const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]))
  return sealed.flatMap(({ sequence, hash }) => {
    if (hashes.get(sequence) === hash) return []
    return [{ sequence, kind: hashes.has(sequence) ? 'altered-entry' : 'truncated' }]
  })
}

function distinct(findings: readonly ProtectionFinding[]): ProtectionFinding[] {
  const byPlace = findings.map((each) => [Object.values(each).join('/'), each] as const)
  return [...new Map(byPlace).values()]
}
