import { verifyChain, type ChainEntry, type ChainFinding } from '#kernel/chain.ts'
import type { Tx } from '#platform/db/database.ts'
import { isSignedBy } from '#platform/signing.ts'
import { head, type Checkpoint, type IntegrityFinding } from './contract.ts'
import { sealedRoot } from './rules.ts'

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
  offset = 0,
): Promise<(Checkpoint & { sealed: SealedHead[] })[]> {
  const rows = await tx
    .selectFrom('complaints_checkpoints')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => {
    // Heads that were tampered with beyond reading are none: the root then says so.
    const sealed = head.array().safeParse(row.heads).data ?? []
    return {
      id: row.id,
      at: row.at,
      heads: sealed.length,
      root: row.root,
      previousRoot: row.previous_root,
      publicKey: row.public_key,
      signature: row.signature,
      apart: row.apart,
      sealed,
    }
  })
}

/** Each checkpoint below which something is kept apart, oldest first. */
export async function apartRoots(tx: Tx): Promise<{ id: string; at: string; apart: string }[]> {
  const rows = await tx
    .selectFrom('complaints_checkpoints')
    .where('apart', 'is not', null)
    .select(['id', 'at', 'apart'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ apart, ...row }) => (apart === null ? [] : [{ ...row, apart }]))
}

export type Verification = { entries: number; complaints: number; findings: IntegrityFinding[] }

/** A seal with the heads below it. */
export type Sealed = Checkpoint & { readonly sealed: readonly SealedHead[] }

/**
 * Recomputes every chain of the organisation and holds it against the heads in the complaints table, in every signed
 * checkpoint and in those that were `kept` elsewhere. `trustedKey` pins the public key of all signatures.
 */
export async function verify(
  tx: Tx,
  organisationId: string,
  trustedKey?: string,
  kept: readonly Sealed[] = [],
): Promise<Verification> {
  const seals = await readSeals(tx, trustedKey, kept)
  const missing = new Map(seals.heads)
  const findings: IntegrityFinding[] = []
  const many = { entries: 0, complaints: 0 }
  for await (const page of pagesOfComplaints(tx)) {
    const chains = await chainsOf(
      tx,
      organisationId,
      page.map(({ id }) => id),
    )
    for (const { id, number, head: sequence, head_hash: hash } of page) {
      const entries = chains.get(id) ?? []
      const expectation = { expectedHead: { sequence, hash }, complaintId: id }
      const sealed = againstSeals(id, entries, seals.heads.get(id) ?? [])
      findings.push(...[...verifyChain(entries, expectation), ...sealed].map(toFinding(number)))
      missing.delete(id)
      many.entries += entries.length
      many.complaints += 1
    }
  }
  const all = [...seals.findings, ...missingComplaints(missing), ...findings]
  return { ...many, findings: distinct(all) }
}

/** As many as are verified at once: a company of any size takes the memory of these, and a question for each page. */
const mostAtOnce = 250

async function* pagesOfComplaints(tx: Tx) {
  let after = ''
  for (;;) {
    const page = await tx
      .selectFrom('complaints')
      .$if(after !== '', (all) => all.where('id', '>', after))
      .orderBy('id')
      .limit(mostAtOnce)
      .select(['id', 'number', 'head', 'head_hash'])
      .execute()
    yield page
    const last = page.at(-1)
    if (!last || page.length < mostAtOnce) return
    after = last.id
  }
}

type SealedAt = SealedHead & { readonly at: string }
type Seals = {
  readonly findings: IntegrityFinding[]
  /** What each chain was sealed at; each place once, with the earliest seal that knows it. */
  readonly heads: ReadonlyMap<string, readonly SealedAt[]>
}

/** Page by page, newest first: thousands of seals over thousands of heads do not fit into memory at once. */
async function readSeals(
  tx: Tx,
  trustedKey: string | undefined,
  kept: readonly Sealed[],
): Promise<Seals> {
  const findings: IntegrityFinding[] = []
  const heads: Heads = new Map()
  const here = new Map<string, string>()
  let younger: Sealed | undefined
  for await (const seal of sealsOf(tx)) {
    findings.push(...sealFindings(seal, trustedKey), ...(younger ? follows(younger, seal) : []))
    remember(heads, seal)
    here.set(seal.id, seal.root)
    younger = seal
  }
  if (younger?.previousRoot) findings.push(found(younger, 'seal-order'))
  for (const seal of kept) {
    findings.push(...sealFindings(seal, trustedKey))
    if (here.get(seal.id) !== seal.root) findings.push(found(seal, 'seal-removed'))
    remember(heads, seal)
  }
  const sealed = [...heads].map(([id, places]) => [id, [...places.values()]] as const)
  return { findings, heads: new Map(sealed) }
}

type Heads = Map<string, Map<string, SealedAt>>

function remember(heads: Heads, { at, sealed }: Sealed): void {
  for (const { complaintId, sequence, hash } of sealed) {
    const places = heads.get(complaintId) ?? new Map<string, SealedAt>()
    places.set(`${sequence}/${hash}`, { complaintId, sequence, hash, at })
    heads.set(complaintId, places)
  }
}

async function* sealsOf(tx: Tx): AsyncGenerator<Sealed> {
  const page = 50
  for (let offset = 0; ; offset += page) {
    const seals = await checkpointsOf(tx, page, offset)
    yield* seals
    if (seals.length < page) return
  }
}

export async function chainOf(
  tx: Tx,
  organisationId: string,
  complaintId: string,
): Promise<ChainEntry[]> {
  return (await chainsOf(tx, organisationId, [complaintId])).get(complaintId) ?? []
}

/** Each in its order. */
async function chainsOf(
  tx: Tx,
  organisationId: string,
  complaintIds: readonly string[],
): Promise<Map<string, ChainEntry[]>> {
  if (complaintIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('complaints_timeline')
    .where('complaint_id', 'in', complaintIds)
    .select(['complaint_id as complaintId', 'sequence', 'id', 'type', 'at', 'by'])
    .select(['payload', 'salt', 'commitment', 'previous', 'hash'])
    .orderBy('complaint_id')
    .orderBy('sequence')
    .execute()
  const entries = rows.map((row) => ({ ...row, organisationId }))
  return Map.groupBy(entries, ({ complaintId }) => complaintId)
}

/** A whole chain can be rewritten consistently; the head that was sealed earlier cannot. */
function againstSeals(
  complaintId: string,
  entries: readonly ChainEntry[],
  sealed: readonly SealedAt[],
): ChainFinding[] {
  const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]))
  return sealed.flatMap(({ at, sequence, hash }) => {
    if (hashes.get(sequence) === hash) return []
    const kind = hashes.has(sequence) ? 'altered-entry' : 'truncated'
    return [{ complaintId, sequence, kind, data: { sealedAt: at } }]
  })
}

export function sealFindings(seal: Sealed, trustedKey: string | undefined): IntegrityFinding[] {
  const { root, publicKey, signature, sealed, apart } = seal
  return [
    ...(sealedRoot(sealed, apart) === root ? [] : [found(seal, 'seal-root')]),
    ...(isSignedBy(publicKey, root, signature) ? [] : [found(seal, 'seal-signature')]),
    ...(trustedKey && publicKey !== trustedKey ? [found(seal, 'seal-key')] : []),
  ]
}

export function follows(younger: Sealed, older: Sealed): IntegrityFinding[] {
  return younger.previousRoot === older.root ? [] : [found(younger, 'seal-order')]
}

function found({ at }: Sealed, kind: string): IntegrityFinding {
  return { complaintId: '', number: null, sequence: 0, kind, explanation: `checkpoint ${at}` }
}

function missingComplaints(heads: Seals['heads']): IntegrityFinding[] {
  return [...heads].flatMap(([complaintId, sealed]) => {
    const last = sealed.toSorted((a, b) => b.sequence - a.sequence)[0]
    if (!last) return []
    const { sequence, at } = last
    const place = { complaintId, number: null, sequence }
    return [{ ...place, kind: 'removed', explanation: `checkpoint ${at}` }]
  })
}

function toFinding(number: string) {
  return ({ complaintId, sequence, kind, data }: ChainFinding): IntegrityFinding => ({
    complaintId,
    number,
    sequence,
    kind,
    explanation: data['sealedAt'] ? `checkpoint ${data['sealedAt']}` : JSON.stringify(data),
  })
}

function distinct(findings: readonly IntegrityFinding[]): IntegrityFinding[] {
  const byPlace = new Map(
    findings.map((f) => [[f.complaintId || f.explanation, f.sequence, f.kind].join('/'), f]),
  )
  return [...byPlace.values()]
}
