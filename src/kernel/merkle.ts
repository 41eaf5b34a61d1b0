import { canonicalJson } from './canonical-json.ts'
import { fromHex, sha256, toHex, utf8 } from './hash.ts'

/** Where one complaint's chain stood. */
export type ChainHead = {
  readonly complaintId: string
  readonly sequence: number
  readonly hash: string
}

/** The hashes beside the way from a leaf to the root, lowest first; all hex. */
export type InclusionProof = {
  readonly index: number
  readonly size: number
  readonly path: readonly string[]
}

/** The Merkle tree hash of RFC 6962 §2.1 over the heads, sorted by complaint; hex. */
export function merkleRoot(heads: readonly ChainHead[]): string {
  return toHex(rootOf(sorted(heads).map(leafHash)))
}

/** Proves to somebody who holds only the root that this complaint's head is below it. */
export function inclusionProof(
  heads: readonly ChainHead[],
  complaintId: string,
): InclusionProof | undefined {
  const inOrder = sorted(heads)
  const index = inOrder.findIndex((head) => head.complaintId === complaintId)
  if (index < 0) return undefined
  const path = pathTo(index, inOrder.map(leafHash)).map(toHex)
  return { index, size: heads.length, path }
}

/** RFC 9162 §2.1.3.2. */
export function isIncluded(head: ChainHead, proof: InclusionProof, root: string): boolean {
  let position = proof.index
  let last = proof.size - 1
  if (position < 0 || position > last) return false
  let hash = leafHash(head)
  for (const beside of proof.path.map(fromHex)) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(beside, hash)
      while (position % 2 === 0 && position !== 0) {
        position = position / 2
        last = Math.floor(last / 2)
      }
    } else hash = nodeHash(hash, beside)
    position = Math.floor(position / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && toHex(hash) === root
}

function sorted(heads: readonly ChainHead[]): ChainHead[] {
  return heads.toSorted((a, b) =>
    a.complaintId === b.complaintId
      ? a.sequence - b.sequence
      : a.complaintId < b.complaintId
        ? -1
        : 1,
  )
}

// A leaf and a node start with different bytes, so that a node can never be passed off as a leaf.
function leafHash({ complaintId, sequence, hash }: ChainHead): Uint8Array {
  return sha256(Uint8Array.of(0), utf8(canonicalJson({ complaintId, sequence, hash })))
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(1), left, right)
}

function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256()
  if (leaves.length === 1) return only
  const split = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

function pathTo(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length <= 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...pathTo(index, left), rootOf(right)]
    : [...pathTo(index - split, right), rootOf(left)]
}

/** The largest power of two below the count. */
function splitOf(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1)
}
