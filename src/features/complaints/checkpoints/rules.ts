import { merkleRoot, type ChainHead } from '#kernel/merkle.ts'

/** What is signed: every head, and in a leaf of its own the root over what is kept apart. */
export function sealedRoot(heads: readonly ChainHead[], apart: string | null): string {
  if (apart === null) return merkleRoot(heads)
  return merkleRoot([...heads, { complaintId: 'apart', sequence: 0, hash: apart }])
}
