import { createHash } from 'node:crypto'
import { verifyChain } from '#kernel/chain.ts'
import { isWrittenSo, membersOfZip, type Member } from '#platform/files/zip.ts'
import { fingerprintOf, isSignedBy, publicHex } from '#platform/signing.ts'
import { chainLine, manifest, place, type Manifest, type PackFinding } from './contract.ts'

export type Verified = {
  readonly findings: readonly PackFinding[]
  /** Of the key that is in the pack, as it stands on the cover; null when there is none to read. */
  readonly fingerprint: string | null
  readonly manifest: Manifest | null
  readonly members: number
}

/**
 * Reads a pack from its bytes alone: no database, no network. `expected`: the fingerprint from the paper cover, in any
 * spacing; without it nobody can tell whose key has signed.
 */
export function verifyPack(bytes: Uint8Array, expected: string | null): Verified {
  const members = membersOfZip(bytes)
  if (!members || members.length === 0) return nothing({ kind: 'not-a-pack', where: '' })
  const parts = new Map(members.map(({ path, bytes: part }) => [path, part]))
  const key = publicHex(textOf(parts.get(place.key)))
  const fingerprint = key === null ? null : fingerprintOf(key)
  const read = readManifest(parts.get(place.manifest))
  const findings = [
    ...(isWrittenSo(bytes, members) ? [] : [found('container-altered')]),
    ...Object.values(place).flatMap((path) => (parts.has(path) ? [] : [found('missing', path)])),
    ...keyFindings(key, fingerprint, expected),
    ...sumsFindings(key, members, parts),
    ...manifestFindings(read, key, members),
    ...recordFindings(read, parts.get(place.record)),
  ]
  return { findings: distinct(findings), fingerprint, manifest: read, members: members.length }
}

function nothing(finding: PackFinding): Verified {
  return { findings: [finding], fingerprint: null, manifest: null, members: 0 }
}

function found(kind: PackFinding['kind'], where = ''): PackFinding {
  return { kind, where }
}

function keyFindings(key: string | null, fingerprint: string | null, expected: string | null) {
  if (key === null) return [found('key-unreadable', place.key)]
  const isOther = expected !== null && plain(expected) !== plain(fingerprint ?? '')
  return isOther ? [found('other-key', place.key)] : []
}

function plain(fingerprint: string): string {
  return fingerprint
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\da-f]/gu, '')
}

/** The signature covers SHA256SUMS, and its lines cover every other member, no more and no fewer. */
function sumsFindings(
  key: string | null,
  members: readonly Member[],
  parts: ReadonlyMap<string, Uint8Array>,
): PackFinding[] {
  const sums = parts.get(place.sums)
  if (!sums) return []
  const signature = hexOf(parts.get(place.signature) ?? new Uint8Array())
  const isSigned = key !== null && isSignedBy(key, hexOf(sums), signature)
  const listed = new Map(
    textOf(sums)
      .split('\n')
      .flatMap((line) => {
        const [, hash = '', path = ''] = /^([\da-f]{64}) {2}(.+)$/u.exec(line) ?? []
        return path === '' ? [] : [[path, hash] as const]
      }),
  )
  const isOutside = (path: string) => path === place.sums || path === place.signature
  const covered = members.filter(({ path }) => !isOutside(path))
  const here = new Set(covered.map(({ path }) => path))
  return [
    ...(isSigned ? [] : [found('sums-altered', place.sums)]),
    ...covered.flatMap(({ path, bytes }) => {
      const hash = listed.get(path)
      if (hash === undefined) return [found('added', path)]
      return hash === sha256(bytes) ? [] : [found('altered', path)]
    }),
    ...[...listed.keys()].flatMap((path) => (here.has(path) ? [] : [found('missing', path)])),
  ]
}

function readManifest(bytes: Uint8Array | undefined): Manifest | null {
  const read = manifest.safeParse(jsonOf(textOf(bytes)))
  return read.success ? read.data : null
}

function manifestFindings(
  read: Manifest | null,
  key: string | null,
  members: readonly Member[],
): PackFinding[] {
  if (!read) return [found('manifest-altered', place.manifest)]
  const listed = read.members.map(({ path, size, sha256: hash }) => `${path} ${size} ${hash}`)
  const own = new Set<string>([place.manifest, place.sums, place.signature])
  const here = members.flatMap(({ path, bytes }) =>
    own.has(path) ? [] : [`${path} ${bytes.length} ${sha256(bytes)}`],
  )
  const isSame = listed.toSorted().join('\n') === here.toSorted().join('\n')
  return isSame && read.publicKey === key ? [] : [found('manifest-altered', place.manifest)]
}

/** Every chain of the record is whole from its first entry to the head that the manifest names. */
function recordFindings(read: Manifest | null, bytes: Uint8Array | undefined): PackFinding[] {
  const lines = textOf(bytes)
    .split('\n')
    .filter(Boolean)
    .map((line) => chainLine.safeParse(jsonOf(line)))
  const unreadable = found('record-unreadable', place.record)
  if (lines.length === 0 || lines.some(({ success }) => !success)) return [unreadable]
  const chains = lines.flatMap(({ data }) => (data ? [data] : []))
  const heads = (all: readonly { chainId: string; head: number; headHash: string }[]) =>
    all.map(({ chainId, head, headHash }) => `${chainId} ${head} ${headHash}`).join('\n')
  const isListed = read !== null && heads(read.chains) === heads(chains)
  const broken = chains.flatMap(({ entries, organisationId, chainId, number, head, headHash }) => {
    const whole = entries.map((each) => ({ ...each, organisationId, complaintId: chainId }))
    const expectedHead = { sequence: head, hash: headHash }
    return verifyChain(whole, { expectedHead, complaintId: chainId }).map(({ sequence }) =>
      found('chain-broken', `${number} ${sequence}行目`),
    )
  })
  return isListed ? broken : [unreadable, ...broken]
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function distinct(findings: readonly PackFinding[]): PackFinding[] {
  return [...new Map(findings.map((each) => [`${each.kind} ${each.where}`, each])).values()]
}
