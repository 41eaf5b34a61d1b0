import { unzipSync, zipSync, type Zippable } from 'fflate'

export type Member = { readonly path: string; readonly bytes: Uint8Array }

/** No member was made at any time: the same members are the same bytes, whenever and wherever they are put together. */
const noTime = new Date(1980, 0, 1)

/** A ZIP of what it is given, stored and not compressed, in the order of the paths. At most 4 GB: there is no ZIP64. */
export function zipOf(members: readonly Member[]): Uint8Array<ArrayBuffer> {
  const all: Zippable = Object.create(null)
  for (const { path, bytes } of inOrder(members)) all[path] = [bytes, { level: 0, mtime: noTime }]
  return new Uint8Array(zipSync(all))
}

/** Its members; null: no ZIP, or one that was not written by `zipOf` (compressed members are never unpacked). */
export function membersOfZip(bytes: Uint8Array): Member[] | null {
  try {
    const found = unzipSync(bytes, {
      filter({ compression, size, originalSize }) {
        if (compression !== 0 || size !== originalSize) throw new Error('compressed')
        return true
      },
    })
    return Object.entries(found).map(([path, part]) => ({ path, bytes: part }))
  } catch {
    return null
  }
}

/** Is this ZIP, byte for byte, what `zipOf` makes of these members? Then nothing is hidden between them. */
export function isWrittenSo(bytes: Uint8Array, members: readonly Member[]): boolean {
  try {
    return Buffer.compare(zipOf(members), bytes) === 0
  } catch {
    return false
  }
}

function inOrder(members: readonly Member[]): Member[] {
  return members.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
