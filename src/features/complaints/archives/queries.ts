import { createHash, type Hash } from 'node:crypto'
import { z } from 'zod'
import { verifyChain } from '#kernel/chain.ts'
import { isSignedBy } from '#platform/signing.ts'
import { checkpoint, head } from '../checkpoints/contract.ts'
import { sealFindings, type Sealed } from '../checkpoints/queries.ts'

/** The last line of an export: how many came before it, and their SHA-256 (each with its line end), signed. All hex. */
const endLine = z.object({
  kind: z.literal('end'),
  lines: z.int(),
  sha256: z.string(),
  publicKey: z.string(),
  signature: z.string(),
})

const entry = z.object({
  sequence: z.int(),
  id: z.string(),
  type: z.string(),
  at: z.string(),
  by: z.string(),
  payload: z.unknown(),
  salt: z.string().nullable(),
  commitment: z.string(),
  previous: z.string(),
  hash: z.string(),
})

/** What is looked at again; lines of other kinds count for the last one alone. */
const verifiedLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation'), id: z.string() }),
  z.object({
    kind: z.enum(['complaint', 'protection-file']),
    id: z.string(),
    number: z.string(),
    head: z.int(),
    headHash: z.string(),
    entries: z.array(entry),
  }),
  z.object({ kind: z.literal('evidence'), id: z.string(), size: z.int(), sha256: z.string() }),
  z.object({ kind: z.literal('evidence-bytes'), evidenceId: z.string(), base64: z.string() }),
  z.object({
    kind: z.literal('protection-screen'),
    id: z.string(),
    sha256: z.string(),
    base64: z.string(),
  }),
  checkpoint.extend({ kind: z.literal('checkpoint'), sealed: head.array() }),
  endLine,
])
type VerifiedLine = z.output<typeof verifiedLine>

export type ExportFinding = {
  readonly kind:
    | 'unreadable'
    | 'cut'
    | 'altered'
    | 'other-key'
    | 'chain-broken'
    | 'chain-missing'
    | 'file-altered'
    | 'seal-broken'
  /** A complaint's number, a file's id, or the number of a line. */
  readonly where: string
}

type Of<Kind extends VerifiedLine['kind']> = Extract<VerifiedLine, { kind: Kind }>

export type VerifiedExport = {
  readonly findings: readonly ExportFinding[]
  readonly lines: number
  readonly chains: number
  readonly entries: number
  /** Whose signature the last line bears; null: there is none. */
  readonly publicKey: string | null
}

/** Reads an export line by line, from its text alone; a file of any size takes the memory of one complaint and of the hashes. */
export async function verifyExport(
  lines: AsyncIterable<string>,
  trustedKey: string | null,
): Promise<VerifiedExport> {
  const reader = new ExportReader(trustedKey)
  for await (const line of lines) if (line !== '') reader.take(line)
  return reader.finish()
}

type Chain = { readonly number: string; readonly hashes: ReadonlyMap<number, string> }
type Bytes = { readonly id: string; readonly sha256: string; readonly hash: Hash; size: number }

class ExportReader {
  readonly #trustedKey: string | null
  readonly #findings: ExportFinding[] = []
  readonly #all = createHash('sha256')
  readonly #chains = new Map<string, Chain>()
  readonly #claimed = new Map<string, string>()
  readonly #seals: Sealed[] = []
  #organisationId = ''
  #lines = 0
  #entries = 0
  #file: Bytes | null = null
  #end: Of<'end'> | null = null

  constructor(trustedKey: string | null) {
    this.#trustedKey = trustedKey
  }

  take(text: string) {
    if (this.#end) return this.#find('altered', String(this.#lines + 1))
    const value = jsonOf(text)
    const read = verifiedLine.safeParse(value)
    if (read.success && read.data.kind === 'end') this.#end = read.data
    else {
      this.#all.update(`${text}\n`)
      this.#lines += 1
    }
    if (read.success) this.#look(read.data)
    else if (value === undefined) this.#find('unreadable', String(this.#lines))
  }

  finish(): VerifiedExport {
    this.#closeFile()
    this.#lookAtEnd()
    for (const seal of this.#seals) this.#lookAtSeal(seal)
    return {
      findings: distinct(this.#findings),
      lines: this.#lines,
      chains: this.#chains.size,
      entries: this.#entries,
      publicKey: this.#end?.publicKey ?? null,
    }
  }

  #find(kind: ExportFinding['kind'], where = '') {
    this.#findings.push({ kind, where })
  }

  #look(line: VerifiedLine) {
    if (line.kind !== 'evidence-bytes') this.#closeFile()
    switch (line.kind) {
      case 'organisation':
        this.#organisationId = line.id
        return
      case 'complaint':
      case 'protection-file':
        return this.#lookAtChain(line)
      case 'evidence':
        return this.#openFile(line)
      case 'evidence-bytes':
        return this.#continueFile(line)
      case 'protection-screen':
        if (sha256(Buffer.from(line.base64, 'base64')) !== line.sha256)
          this.#find('file-altered', line.id)
        return
      case 'checkpoint':
        this.#seals.push(line)
        return
      case 'end':
        return
    }
  }

  #lookAtChain({ id, number, head, headHash, entries }: Of<'complaint' | 'protection-file'>) {
    const own = { organisationId: this.#organisationId, complaintId: id }
    const chain = entries.map((each) => ({ ...each, ...own }))
    const expectedHead = { sequence: head, hash: headHash }
    for (const { sequence } of verifyChain(chain, { expectedHead, complaintId: id }))
      this.#find('chain-broken', `${number} ${sequence}`)
    this.#entries += entries.length
    const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]))
    this.#chains.set(id, { number, hashes })
    for (const { payload } of entries) this.#claim(payload)
  }

  /** A file that an entry names has the hash that the entry names. */
  #claim(payload: unknown) {
    if (typeof payload !== 'object' || payload === null) return
    const [id, hash] = [Reflect.get(payload, 'evidenceId'), Reflect.get(payload, 'sha256')]
    if (typeof id === 'string' && typeof hash === 'string') this.#claimed.set(id, hash)
  }

  #openFile({ id, size, sha256: told }: Of<'evidence'>) {
    if ((this.#claimed.get(id) ?? told) !== told) this.#find('file-altered', id)
    this.#file = { id, size, sha256: told, hash: createHash('sha256') }
  }

  #continueFile({ evidenceId, base64 }: Of<'evidence-bytes'>) {
    if (this.#file?.id !== evidenceId) return this.#find('file-altered', evidenceId)
    const bytes = Buffer.from(base64, 'base64')
    this.#file.hash.update(bytes)
    this.#file.size -= bytes.length
  }

  #closeFile() {
    const file = this.#file
    this.#file = null
    if (file && (file.size !== 0 || file.hash.digest('hex') !== file.sha256))
      this.#find('file-altered', file.id)
  }

  #lookAtEnd() {
    const end = this.#end
    if (!end) return this.#find('cut', String(this.#lines))
    const isWhole = end.lines === this.#lines && end.sha256 === this.#all.digest('hex')
    if (!isWhole || !isSignedBy(end.publicKey, end.sha256, end.signature)) this.#find('altered')
    if (this.#trustedKey !== null && end.publicKey !== this.#trustedKey) this.#find('other-key')
  }

  /** Each seal holds by itself, and what it sealed is still there. */
  #lookAtSeal(seal: Sealed) {
    if (sealFindings(seal, this.#trustedKey ?? undefined).length > 0)
      this.#find('seal-broken', seal.at)
    // An export of the checkpoints alone has no complaints to compare.
    if (this.#chains.size === 0) return
    for (const { complaintId, sequence, hash } of seal.sealed) {
      const chain = this.#chains.get(complaintId)
      if (!chain) this.#find('chain-missing', complaintId)
      else if (chain.hashes.get(sequence) !== hash)
        this.#find('chain-broken', `${chain.number} ${sequence}`)
    }
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function distinct(findings: readonly ExportFinding[]): ExportFinding[] {
  return [...new Map(findings.map((each) => [`${each.kind} ${each.where}`, each])).values()]
}
