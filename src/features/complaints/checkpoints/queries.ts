import { verifyChain, type ChainEntry, type ChainFinding } from '#kernel/chain.ts'
import { merkleRoot } from '#kernel/merkle.ts'
import type { Tx } from '#platform/db/database.ts'
import { isSignedBy } from '#platform/signing.ts'
import { head, type Checkpoint, type IntegrityFinding } from './contract.ts'

export type SealedHead = { complaintId: string; sequence: number; hash: string }

/** Where every chain of the organisation stands now. */
export async function headsOf(tx: Tx): Promise<SealedHead[]> {
  const rows = await tx
    .selectFrom('complaints')
    .select(['id', 'head', 'head_hash'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ complaintId: row.id, sequence: row.head, hash: row.head_hash }))
}

export async function checkpointsOf(
  tx: Tx,
  limit = 100,
): Promise<(Checkpoint & { sealed: SealedHead[] })[]> {
  const rows = await tx
    .selectFrom('complaints_checkpoints')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const sealed = head.array().parse(row.heads)
    return {
      id: row.id,
      at: row.at,
      heads: sealed.length,
      root: row.root,
      previousRoot: row.previous_root,
      publicKey: row.public_key,
      signature: row.signature,
      sealed,
    }
  })
}

export type Verification = { entries: number; complaints: number; findings: IntegrityFinding[] }

/**
 * Recomputes every chain of the organisation and holds it against the heads in the complaints table and in every
 * signed checkpoint. `trustedKey` pins the public key that checkpoints must be signed with.
 */
export async function verify(
  tx: Tx,
  organisationId: string,
  trustedKey?: string,
): Promise<Verification> {
  const checkpoints = await checkpointsOf(tx, 10_000)
  const findings: IntegrityFinding[] = sealFindings(checkpoints, trustedKey)
  const complaints = await tx
    .selectFrom('complaints')
    .select(['id', 'number', 'head', 'head_hash'])
    .execute()
  const numbers = new Map(complaints.map(({ id, number }) => [id, number]))
  let count = 0
  for (const { id, head: sequence, head_hash: hash } of complaints) {
    const entries = await chainOf(tx, organisationId, id)
    count += entries.length
    findings.push(
      ...verifyChain(entries, { expectedHead: { sequence, hash } }).map(toFinding(numbers)),
    )
    findings.push(...againstSeals(id, entries, checkpoints).map(toFinding(numbers)))
  }
  findings.push(...missingComplaints(numbers, checkpoints))
  return { entries: count, complaints: complaints.length, findings: distinct(findings) }
}

async function chainOf(tx: Tx, organisationId: string, complaintId: string): Promise<ChainEntry[]> {
  const rows = await tx
    .selectFrom('complaints_timeline')
    .where('complaint_id', '=', complaintId)
    .select(['complaint_id as complaintId', 'sequence', 'id', 'type', 'at', 'by'])
    .select(['payload', 'salt', 'commitment', 'previous', 'hash'])
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({ ...row, organisationId }))
}

/** A whole chain can be rewritten consistently; the head that was sealed earlier cannot. */
function againstSeals(
  complaintId: string,
  entries: readonly ChainEntry[],
  checkpoints: readonly { at: string; sealed: readonly SealedHead[] }[],
): ChainFinding[] {
  return checkpoints.flatMap(({ at, sealed }) => {
    const was = sealed.find((head) => head.complaintId === complaintId)
    const now = was && entries.find(({ sequence }) => sequence === was.sequence)
    if (!was || now?.hash === was.hash) return []
    const kind = now ? 'altered-entry' : 'truncated'
    return [{ complaintId, sequence: was.sequence, kind, data: { sealedAt: at } }]
  })
}

function sealFindings(
  checkpoints: readonly (Checkpoint & { sealed: readonly SealedHead[] })[],
  trustedKey: string | undefined,
): IntegrityFinding[] {
  return checkpoints.flatMap((checkpoint, index) => {
    const { at, root, publicKey, signature, previousRoot, sealed } = checkpoint
    const place = { complaintId: '', number: null, sequence: 0 }
    const found = (kind: string) => ({ ...place, kind, explanation: `checkpoint ${at}` })
    const before = checkpoints[index + 1]
    return [
      ...(merkleRoot(sealed) === root ? [] : [found('seal-root')]),
      ...(isSignedBy(publicKey, root, signature) ? [] : [found('seal-signature')]),
      ...(trustedKey && publicKey !== trustedKey ? [found('seal-key')] : []),
      ...((before?.root ?? null) === previousRoot ? [] : [found('seal-order')]),
    ]
  })
}

function missingComplaints(
  numbers: ReadonlyMap<string, string>,
  checkpoints: readonly { at: string; sealed: readonly SealedHead[] }[],
): IntegrityFinding[] {
  return checkpoints.flatMap(({ at, sealed }) =>
    sealed
      .filter(({ complaintId }) => !numbers.has(complaintId))
      .map(({ complaintId, sequence }) => ({
        complaintId,
        number: null,
        sequence,
        kind: 'removed',
        explanation: `checkpoint ${at}`,
      })),
  )
}

function toFinding(numbers: ReadonlyMap<string, string>) {
  return ({ complaintId, sequence, kind, data }: ChainFinding): IntegrityFinding => ({
    complaintId,
    number: numbers.get(complaintId) ?? null,
    sequence,
    kind,
    explanation: JSON.stringify(data),
  })
}

function distinct(findings: readonly IntegrityFinding[]): IntegrityFinding[] {
  const byPlace = new Map(findings.map((f) => [`${f.complaintId}/${f.sequence}/${f.kind}`, f]))
  return [...byPlace.values()]
}
