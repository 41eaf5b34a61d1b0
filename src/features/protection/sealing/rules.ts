import { merkleRoot } from '#kernel/merkle.ts'

/** Where the chain of one file stood. */
export type FileHead = {
  readonly fileId: string
  readonly sequence: number
  readonly hash: string
}

/** One root over all files: their hashes are salted, so nothing can be guessed from it. */
export function apartRoot(heads: readonly FileHead[]): string {
  return merkleRoot(heads.map(({ fileId, ...head }) => ({ complaintId: fileId, ...head })))
}
