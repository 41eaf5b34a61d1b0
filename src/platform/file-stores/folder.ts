import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore, Whole } from './store.ts'

/** A folder that every node sees: a disk of this machine, or one on the network. */
export function openFolder(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, ...key.split('/'))
  return {
    name: folder,
    put: (key, bytes, whole) => put(pathOf(key), bytes, whole),
    read: (key, range) => read(pathOf(key), range),
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

/** Under another name first: whoever dies in the middle leaves no half file under the right one. */
async function put(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { size, sha256 }: Whole,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${randomUUID()}.part`
  try {
    const hash = createHash('sha256')
    const file = await open(unfinished, 'wx', 0o600)
    let length = 0
    try {
      for await (const piece of bytes) {
        hash.update(piece)
        length += piece.length
        await file.writeFile(piece)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    if (length !== size || hash.digest('hex') !== sha256)
      throw new Error(`${path}: ${length} bytes came, which are not the ${size} of ${sha256}`)
    await rename(unfinished, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Without this a file can be gone after the power was. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* read(
  path: string,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Buffer> {
  let length = 0
  for await (const piece of createReadStream(path, { start: from, end: to })) {
    length += piece.length
    yield piece
  }
  if (length !== to - from + 1) throw new Error(`${path} ends at ${from + length}`)
}
