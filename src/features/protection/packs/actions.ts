import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/canonical-json.ts'
import { verifyChain } from '#kernel/chain.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { zipOf, type Member } from '#platform/files/zip.ts'
import type { Ports } from '#platform/ports.ts'
import { fingerprintOf, publicPem, type Signer } from '#platform/signing.ts'
import { evidenceBytes } from '#features/complaints/door.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { recordPack } from '../actions.ts'
import { packPaper, type Shot } from '../paper/queries.ts'
import { readmeOf, sizeOf } from '../paper/rules.ts'
import { throughTheDoor, type Keeping } from '../reading/actions.ts'
import { whyLabelled, type Saying } from '../rules.ts'
import { packFormat, place, type ChainLine, type Manifest } from '../verification/contract.ts'
import type { PackChoice, PackPreview } from './contract.ts'
import {
  chosenFiles,
  gather,
  type Gathered,
  type GatheredChain,
  type GatheredFile,
} from './queries.ts'
import * as rule from './rules.ts'

/** Of the files in one pack: it is put together in memory. */
const mostBytes = 300_000_000

export async function previewOf(
  ports: Ports,
  may: Keeping,
  saying: Saying,
  choice: PackChoice,
): Promise<Result<PackPreview>> {
  const found = await gathered(ports, may, choice)
  if (!found.ok) return found
  const told = tellingOf(found.value, choice, saying)
  const files = chosenFiles(found.value, { ...choice, leaveOut: [] })
  const mask = rule.masker(choice.mask)
  return ok({
    numbers: [...found.value.numbers],
    others: [...found.value.others],
    files: files.map(({ id, name, size }) => ({ id, title: mask(name), note: sizeOf(size) })),
    notes: itemsOf(found.value, 'protection.noted', 'noteId', 'facts'),
    posts: itemsOf(found.value, 'protection.post-found', 'postId', 'url'),
    lines: told.lines.map(({ at, who, text }) => ({ at, who, text })),
    withheld: told.withheld,
    bytes: chosenFiles(found.value, choice).reduce((sum, { size }) => sum + size, 0),
    fingerprint: fingerprintOf(ports.signer.publicKey),
  })
}

/** Makes it, writes down that it was made, and only then gives it out. */
export async function makePack(
  ports: Ports,
  may: Keeping,
  saying: Saying,
  choice: PackChoice,
): Promise<Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }>> {
  const found = await gathered(ports, may, choice)
  if (!found.ok) return found
  const files = chosenFiles(found.value, choice)
  const read = await bytesOfFiles(ports, may, files)
  if (!read.ok) return read
  const bytes = await packOf(found.value, choice, saying, read.value, ports.signer)
  const sha256 = hashOf(bytes)
  const { numbers } = found.value
  const { id: packId, forWhom, purpose } = choice
  const counts = { files: files.length, masked: choice.mask.length }
  const pack = { packId, forWhom, purpose, numbers: [...numbers], ...counts, sha256 }
  const recorded = await recordPack(ports, may, [...new Set(choice.complaintIds)], pack)
  return recorded.ok ? ok({ name: `証拠一式-${numbers.join('-')}.zip`, bytes }) : recorded
}

/** Looking at what goes into a pack is reading the record, and as such in the audit. */
function gathered(ports: Ports, may: Keeping, choice: PackChoice): Promise<Result<Gathered>> {
  const { complaintIds, forWhom, purpose } = choice
  const look = { complaintIds, reason: `証拠一式（${forWhom}）：${purpose}` }
  return throughTheDoor(ports, may, look, async (tx) => {
    const labelled = whyLabelled([purpose, forWhom])
    if (labelled) return labelled
    const all = await gather(tx, may, complaintIds)
    if (!all) return refuse('missing', 'complaints.missing', {})
    const customers = new Set(all.others.map(({ id }) => id))
    const [first, ...more] = complaintIds
    if (more.some((id) => id !== first && !customers.has(id)))
      return refuse('blocked', 'protection.other-customer', {})
    const isBroken = all.chains.some(
      ({ entries, chainId }) => verifyChain(entries, { complaintId: chainId }).length > 0,
    )
    return isBroken ? refuse('blocked', 'protection.chain-broken', {}) : ok(all)
  })
}

type Read = { readonly file: GatheredFile; readonly bytes: Uint8Array }

async function bytesOfFiles(
  ports: Ports,
  may: Keeping,
  files: readonly GatheredFile[],
): Promise<Result<Read[]>> {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > mostBytes)
    return refuse('too-large', 'protection.pack-too-large', { megabytes: mostBytes / 1_000_000 })
  const read: Read[] = []
  for (const file of files) {
    const pieces: Uint8Array[] = file.bytes ? [file.bytes] : []
    if (!file.bytes)
      for await (const piece of evidenceBytes(ports, may, file.id, {
        from: 0,
        to: file.size - 1,
      }))
        pieces.push(piece)
    const bytes = new Uint8Array(Buffer.concat(pieces))
    if (hashOf(bytes) !== file.sha256)
      return refuse('blocked', 'protection.file-altered', { name: file.name })
    read.push({ file, bytes })
  }
  return ok(read)
}

/** The same record, choice, files and key are the same bytes. */
export async function packOf(
  found: Gathered,
  choice: PackChoice,
  saying: Saying,
  read: readonly Read[],
  signer: Signer,
): Promise<Uint8Array<ArrayBuffer>> {
  const told = tellingOf(found, choice, saying)
  const fingerprint = fingerprintOf(signer.publicKey)
  const mask = rule.masker(choice.mask)
  const files = read.map(({ file, bytes }, index) => {
    const path = rule.fileName(index, file.type)
    return { path, name: mask(file.name), type: file.type, bytes, sha256: file.sha256 }
  })
  const paper = await paperOf(found, choice, told, files, fingerprint)
  const members: Named[] = [
    ...files.map(({ path, name, bytes }) => ({ path, name, bytes })),
    textMember(place.readme, readmeOf(found.organisation, found.numbers, fingerprint)),
    { path: place.paper, name: place.paper, bytes: new Uint8Array(paper) },
    textMember(place.record, told.chains.map((chain) => `${canonicalJson(chain)}\n`).join('')),
    textMember(place.key, publicPem(signer.publicKey)),
  ]
  return sealed(members, manifestOf(found, choice, told, members, signer), signer)
}

type Named = Member & { readonly name: string }
type FileIn = Named & { readonly type: string; readonly sha256: string }

function paperOf(
  found: Gathered,
  choice: PackChoice,
  told: Telling,
  files: readonly FileIn[],
  fingerprint: string,
): Promise<Buffer> {
  const paper = {
    title: '証拠一式',
    organisation: found.organisation,
    customer: rule.masker(choice.mask)(found.customer),
    numbers: found.numbers,
    forWhom: choice.forWhom,
    purpose: choice.purpose,
    on: tokyoDay(Temporal.Instant.from(told.recordAt)).toString(),
    recordAt: rule.japaneseSecond(told.recordAt),
    fingerprint,
    people: told.people,
    notes: coverNotes(told.withheld, choice.mask.length),
    lines: told.lines.map((line) => ({ ...line, time: rule.japaneseSecond(line.at) })),
    files: files.map(({ path, name, bytes, sha256 }) => {
      return { path, name, size: sizeOf(bytes.length), sha256 }
    }),
  }
  return packPaper(paper, files.filter(({ type }) => type.startsWith('image/')).map(shotOf))
}

function shotOf({ path, name, bytes }: Named): Shot {
  return { bytes, caption: `${path}　${name}` }
}

function textMember(path: string, text: string): Named {
  return { path, name: path, bytes: new TextEncoder().encode(text) }
}

/** Hashes of everything, and the signature over the hashes. */
function sealed(members: readonly Named[], manifest: Manifest, signer: Signer) {
  const all: Member[] = [
    ...members.map(({ path, bytes }) => ({ path, bytes })),
    textMember(place.manifest, `${JSON.stringify(manifest, null, 2)}\n`),
  ]
  const lines = all.map(({ path, bytes }) => `${hashOf(bytes)}  ${path}\n`).toSorted(byPath)
  const sums = textMember(place.sums, lines.join(''))
  const signature = Buffer.from(signer.sign(Buffer.from(sums.bytes).toString('hex')), 'hex')
  return zipOf([...all, sums, { path: place.signature, bytes: new Uint8Array(signature) }])
}

function byPath(one: string, other: string): number {
  return one.slice(66) < other.slice(66) ? -1 : 1
}

function manifestOf(
  found: Gathered,
  choice: PackChoice,
  told: Telling,
  members: readonly Named[],
  signer: Signer,
): Manifest {
  return {
    format: packFormat,
    organisation: found.organisation,
    forWhom: choice.forWhom,
    purpose: choice.purpose,
    recordAt: told.recordAt,
    publicKey: signer.publicKey,
    chains: told.chains.map(headOf),
    withheld: told.withheld,
    masked: choice.mask.length,
    members: members.map(({ path, name, bytes }) => {
      return { path, name, size: bytes.length, sha256: hashOf(bytes) }
    }),
  }
}

function headOf(line: ChainLine): Manifest['chains'][number] {
  const { kind, number, organisationId, chainId, head, headHash } = line
  return { kind, number, organisationId, chainId, head, headHash }
}

type Telling = {
  readonly lines: readonly rule.PackLine[]
  readonly chains: readonly ChainLine[]
  readonly people: readonly string[]
  readonly withheld: number
  readonly recordAt: string
}

/** What of both records is told, in one order of time, and the chains as they are given out. */
function tellingOf(found: Gathered, choice: PackChoice, saying: Saying): Telling {
  const mask = rule.masker(choice.mask)
  const all = found.chains.flatMap(({ number, entries }) =>
    entries.map(({ type, payload, at, by }) => {
      const said = { type, payload: asRecord(payload), at, byName: found.nameOf(by) }
      return { said, number }
    }),
  )
  const lines = all
    .filter(({ said }) => rule.isShown(said, choice))
    .map(({ said, number }) => covered(rule.lineOf(said, number, saying(said, 'ja')), mask))
  const chains = found.chains.map((chain) => chainFor(found, chain, choice))
  return {
    lines: lines.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
    chains,
    people: peopleIn(all, lines, mask),
    withheld: countWithheld(chains),
    recordAt:
      all
        .map(({ said }) => said.at)
        .toSorted(Temporal.Instant.compare)
        .at(-1) ?? '',
  }
}

/** Who wrote, and who was there when it happened. The customer stands on the cover. */
function peopleIn(
  all: readonly { readonly said: Pick<TimelineEntry, 'payload'> }[],
  lines: readonly rule.PackLine[],
  mask: (text: string) => string,
): string[] {
  const shown = new Set(lines.flatMap(({ quotes }) => quotes.map(({ words }) => words)))
  const there = all
    .flatMap(({ said }) => [said.payload?.['witness']])
    .flatMap((witness) => (typeof witness === 'string' && witness !== '' ? [mask(witness)] : []))
    .filter((witness) => shown.has(witness))
  const here = lines.map(({ who }) => who).filter((who) => who !== 'お客様')
  return [
    ...[...new Set(here)].map((who) => `${who}（当社）`),
    ...[...new Set(there)].map((who) => `${who}（居合わせた人）`),
  ]
}

function countWithheld(chains: readonly ChainLine[]): number {
  return chains.flatMap(({ entries }) => entries).filter(({ salt }) => salt === null).length
}

function covered(line: rule.PackLine, mask: (text: string) => string): rule.PackLine {
  const quotes = line.quotes.map(({ label, words }) => ({ label, words: mask(words) }))
  return { ...line, who: mask(line.who), text: mask(line.text), quotes }
}

function chainFor(
  { organisationId }: Gathered,
  { entries, ...chain }: GatheredChain,
  choice: PackChoice,
): ChainLine {
  const last = entries.at(-1)
  const heads = { head: last?.sequence ?? 0, headHash: last?.hash ?? '' }
  const open = entries.map((entry) => rule.sealedFor(entry, choice))
  return { ...chain, organisationId, ...heads, entries: open }
}

function asRecord(payload: unknown): Record<string, unknown> | null {
  return typeof payload === 'object' && payload !== null ? { ...payload } : null
}

function coverNotes(withheld: number, masked: number): string[] {
  return [
    withheld > 0
      ? `記録のうち ${withheld} 行は、言葉を入れていません（順番とハッシュは record.jsonl にあります）。`
      : '',
    masked > 0 ? '第三者のお名前は［第三者］として伏せています。' : '',
    '行為が罪に当たるかどうかの判断は含みません。法的助言ではありません。',
  ].filter(Boolean)
}

function itemsOf({ chains }: Gathered, type: string, idKey: string, titleKey: string) {
  return chains.flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      const payload = entry.type === type ? asRecord(entry.payload) : null
      if (!payload) return []
      const title = String(payload[titleKey]).slice(0, 120)
      return [{ id: String(payload[idKey]), title, note: rule.japaneseSecond(entry.at) }]
    }),
  )
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
