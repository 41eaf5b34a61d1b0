import type { Readable } from 'node:stream'
import { DataStore, ERRORS, MemoryLocker, Server, Upload } from '@tus/server'
import type { Receiving } from './resumable.ts'

/** Bytes. So much of a file is in memory at a time, and at most so much is sent again after a node has died. */
const pieceSize = 512 * 1024

// Two requests for one upload on this node wait for each other; on two nodes `append` decides.
const locker = new MemoryLocker()

/** What resumable.ts tells, by the library for it: most starts never need it. */
export function answerWith(
  request: Request,
  receiving: Receiving,
  { path, id }: { path: string; id: string },
): Promise<Response> {
  const server = new Server({
    path,
    datastore: new Pieces(receiving),
    locker,
    relativeLocation: true,
    allowedOrigins: [], // our own pages only
    namingFunction: () => id,
    getFileIdFromRequest: () => id,
    onUploadFinish: async () => {
      await receiving.finish(id)
      return {}
    },
  })
  return server.handleWeb(request)
}

class Pieces extends DataStore {
  override readonly extensions = ['creation', 'creation-with-upload', 'termination']
  readonly #receiving: Receiving
  constructor(receiving: Receiving) {
    super()
    this.#receiving = receiving
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.#receiving.begin(upload.id, upload.size ?? 0)
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await this.#receiving.find(id)
    if (!found) throw ERRORS.FILE_NOT_FOUND
    return new Upload({ id, size: found.size, offset: found.received })
  }

  override async remove(id: string): Promise<void> {
    if (!(await this.#receiving.drop(id))) throw ERRORS.INVALID_TERMINATION
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let [at, waiting, length]: [number, Buffer[], number] = [offset, [], 0]
    const put = async () => {
      if (length === 0) return
      const bytes = Buffer.concat(waiting)
      ;[waiting, length] = [[], 0]
      if (!(await this.#receiving.append(id, at, bytes))) throw ERRORS.INVALID_OFFSET
      at += bytes.length
    }
    try {
      for await (const chunk of stream) {
        waiting.push(chunk)
        length += chunk.length
        if (length >= pieceSize) await put()
      }
    } finally {
      await put() // the line was cut: what has come is kept
    }
    return at
  }
}
