import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentOf, entryHash, GENESIS } from '#kernel/chain.ts'
import { zipOf, type Member } from '#platform/files/zip.ts'
import { fingerprintOf, publicPem, temporarySigner, type Signer } from '#platform/signing.ts'
import { packFormat, place, type ChainLine, type Manifest } from './contract.ts'
import { verifyPack } from './queries.ts'

const text = (words: string) => new TextEncoder().encode(words)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const signer = temporarySigner()
const fingerprint = fingerprintOf(signer.publicKey)
const organisationId = 'a0000000-0000-4000-8000-000000000001'

/** A chain of so many entries, as `record.jsonl` holds it. */
function aChain(chainId: string, count: number): ChainLine {
  const entries: ChainLine['entries'] = []
  let previous = GENESIS
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const payload = { text: `${sequence}回目に言われた言葉` }
    const salt = String(sequence).padStart(32, '0')
    const where = { organisationId, complaintId: chainId, sequence, id: `e${sequence}` }
    const written = { type: 'complaints.noted', at: '2026-11-24T01:00:00Z', by: 'customer' }
    const sealing = { commitment: commitmentOf(payload, salt), previous }
    const sealed = { ...where, ...written, ...sealing }
    previous = entryHash(sealed)
    const entry = { sequence, id: where.id, ...written, ...sealing }
    entries.push({ ...entry, payload, salt, hash: previous })
  }
  const heads = { head: count, headHash: previous }
  return { kind: 'complaint', number: 'U26-00001', organisationId, chainId, ...heads, entries }
}

type Parts = { readonly chains: readonly ChainLine[]; readonly files: readonly Member[] }
const parts: Parts = {
  chains: [aChain('c0000000-0000-4000-8000-000000000001', 4), aChain('c2', 3)],
  files: [
    { path: 'files/001.png', bytes: text('一枚目の写真') },
    { path: 'files/002.bin', bytes: text('録音') },
  ],
}

/** A pack as the product puts it together, of these parts and by this key. */
function aPack({ chains, files }: Parts, by: Signer = signer): Member[] {
  const members: Member[] = [
    ...files,
    { path: place.readme, bytes: text('確かめ方') },
    { path: place.paper, bytes: text('%PDF-1.7 …') },
    { path: place.record, bytes: text(chains.map((each) => `${JSON.stringify(each)}\n`).join('')) },
    { path: place.key, bytes: text(publicPem(by.publicKey)) },
  ]
  const manifest: Manifest = {
    format: packFormat,
    organisation: 'みなと食卓',
    forWhom: '弁護士',
    purpose: '相談',
    recordAt: '2026-11-24T01:00:00Z',
    publicKey: by.publicKey,
    chains: chains.map(({ kind, number, organisationId: of, chainId, head, headHash }) => {
      return { kind, number, organisationId: of, chainId, head, headHash }
    }),
    withheld: 0,
    masked: 0,
    members: members.map(({ path, bytes }) => {
      return { path, name: path, size: bytes.length, sha256: hash(bytes) }
    }),
  }
  return signed([...members, { path: place.manifest, bytes: text(JSON.stringify(manifest)) }], by)
}

function signed(members: readonly Member[], by: Signer): Member[] {
  const sums = text(members.map(({ path, bytes }) => `${hash(bytes)}  ${path}\n`).join(''))
  const signature = Buffer.from(by.sign(Buffer.from(sums).toString('hex')), 'hex')
  return [
    ...members,
    { path: place.sums, bytes: sums },
    { path: place.signature, bytes: new Uint8Array(signature) },
  ]
}

const whole = aPack(parts)
const zip = zipOf(whole)
const kindsOf = (bytes: Uint8Array, expected: string | null = fingerprint) =>
  verifyPack(bytes, expected).findings.map(({ kind }) => kind)

/** The same members with one of them changed. */
function changed(path: string, change: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  return zipOf(
    whole.map((each) => (each.path === path ? { path, bytes: change(each.bytes) } : each)),
  )
}

function flipped(bytes: Uint8Array, at: number, by: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const index = at % copy.length
  copy[index] = (copy[index] ?? 0) ^ by
  return copy
}

const paths = whole.map(({ path }) => path)
const anyPath = fc.constantFrom(...paths)
const anyByte = fc.nat({ max: 1_000_000 })
const anyFlip = fc.integer({ min: 1, max: 255 })
const other = temporarySigner()

/** Every way in which somebody might alter a pack; each makes other bytes than it was given. */
const tampering = fc.oneof(
  fc
    .record({ path: anyPath, at: anyByte, by: anyFlip })
    .map(({ path, at, by }) => changed(path, (bytes) => flipped(bytes, at, by))),
  fc.tuple(anyByte, anyFlip).map(([at, by]) => flipped(zip, at, by)),
  anyPath.map((path) => zipOf(whole.filter((each) => each.path !== path))),
  fc
    .record({ path: fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8})?\.txt$/u), words: fc.string() })
    .map(({ path, words }) => zipOf([...whole, { path, bytes: text(words) }])),
  fc
    .tuple(anyPath, fc.stringMatching(/^[a-z]{1,12}\.bin$/u))
    .map(([from, to]) =>
      zipOf(whole.map((each) => (each.path === from ? { ...each, path: to } : each))),
    ),
  fc
    .tuple(anyPath, anyPath)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) =>
      zipOf(
        whole.map((each) => ({
          path: each.path === a ? b : each.path === b ? a : each.path,
          bytes: each.bytes,
        })),
      ),
    ),
  fc.nat({ max: zip.length - 1 }).map((length) => zip.slice(0, length)),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => new Uint8Array([...zip, ...more])),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => new Uint8Array([...more, ...zip])),
  fc.uint8Array({ minLength: 1, maxLength: 30 }).map(commented),
  fc.integer({ min: 1, max: 65_535 }).map(redated),
  fc
    .uint8Array({ minLength: 64, maxLength: 64 })
    .map((bytes) => changed(place.signature, () => bytes)),
  fc.constant(zipOf(signed(whole.slice(0, -2), other))),
  fc.constant(zipOf(aPack(parts, other))),
  fc.nat({ max: 3 }).map((at) => zipOf(aPack(rewritten(at), other))),
  fc.nat({ max: 3 }).map((at) => zipOf(aPack(rewritten(at)))),
)

function commented(comment: Uint8Array): Uint8Array {
  const bytes = new Uint8Array([...zip, ...comment])
  new DataView(bytes.buffer).setUint16(zip.length - 2, comment.length, true)
  return bytes
}

/** Another time on the first member, in both places where a ZIP holds it. */
function redated(by: number): Uint8Array {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  const directory = view.getUint32(zip.length - 6, true)
  for (const at of [10, directory + 12]) view.setUint16(at, view.getUint16(at, true) ^ by, true)
  return bytes
}

/** Words that were never said, in a chain that is otherwise left as it is. */
function rewritten(at: number): Parts {
  const [first, ...more] = parts.chains
  if (!first) return parts
  const entries = first.entries.map((entry, index) =>
    index === at ? { ...entry, payload: { text: 'そんなことは言われていない' } } : entry,
  )
  return { ...parts, chains: [{ ...first, entries }, ...more] }
}

describe('証拠一式を確かめる', () => {
  it('作られたままなら、何も見つからず、指紋は空白や全角が入っていても比べられる', () => {
    expect(verifyPack(zip, fingerprint).findings).toEqual([])
    expect(kindsOf(zip, ` ${fingerprint.replaceAll(' ', ':').toUpperCase()} `)).toEqual([])
    expect(verifyPack(zip, null).fingerprint).toBe(fingerprint)
  })

  it('二百通りのでたらめな改変を、一つ残らず見つける', () => {
    let tried = 0
    fc.assert(
      fc.property(tampering, (bytes) => {
        fc.pre(Buffer.compare(bytes, zip) !== 0)
        tried += 1
        return verifyPack(bytes, fingerprint).findings.length > 0
      }),
      { numRuns: 400 },
    )
    expect(tried).toBeGreaterThanOrEqual(200)
  })

  it.each([
    ['写真の一バイト', changed('files/001.png', (bytes) => flipped(bytes, 0, 1)), 'altered'],
    ['抜き取り', zipOf(whole.filter(({ path }) => path !== 'files/002.bin')), 'missing'],
    ['足した一枚', zipOf([...whole, { path: 'files/003.png', bytes: text('x') }]), 'added'],
    ['署名の取り替え', changed(place.signature, (bytes) => flipped(bytes, 5, 9)), 'sums-altered'],
    ['別の鍵での作り直し', zipOf(aPack(parts, other)), 'other-key'],
    ['言葉の書き換え', zipOf(aPack(rewritten(1))), 'chain-broken'],
    ['コメント', commented(text('x')), 'container-altered'],
    ['日時', redated(3), 'container-altered'],
    ['途中で切れた', zip.slice(0, 300), 'not-a-pack'],
  ])('%s', (_, bytes, kind) => {
    expect(kindsOf(bytes)).toContain(kind)
  })

  it('別の鍵で作り直したものは、指紋を渡さないと分からない。だから渡さないうちは確かめたと言わない', () => {
    const forged = zipOf(aPack(parts, other))
    expect(kindsOf(forged, null)).toEqual([])
    expect(verifyPack(forged, null).fingerprint).not.toBe(fingerprint)
  })

  it('順番を入れ替えただけの入れ物も、書き換えとして見つける', () => {
    const { length } = zip
    const directory = new DataView(zip.buffer).getUint32(length - 6, true)
    const firstEntry = 46 + new DataView(zip.buffer).getUint16(directory + 28, true)
    const entries = zip.slice(directory, length - 22)
    const moved = [...entries.slice(firstEntry), ...entries.slice(0, firstEntry)]
    const reordered = new Uint8Array([
      ...zip.slice(0, directory),
      ...moved,
      ...zip.slice(length - 22),
    ])
    expect(kindsOf(reordered)).toEqual(['container-altered'])
  })
})
