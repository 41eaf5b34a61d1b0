import type { StaffKey } from '#test/cast.ts'
import type { Desk } from '#test/desk.ts'

type Headers = Readonly<Record<string, string>>

const base64 = (text: string) => Buffer.from(text).toString('base64')
const pieceSize = 300_000

type To = { readonly path: string; readonly headers: Headers }

function begun(desk: Desk, { path, headers }: To, caseId: string, name: string, size: number) {
  return Promise.resolve(
    desk.app.request(path, {
      method: 'POST',
      headers: {
        ...headers,
        'tus-resumable': '1.0.0',
        'upload-length': String(size),
        'upload-metadata': `complaint ${base64(caseId)},filename ${base64(name)}`,
      },
    }),
  )
}

function continued(desk: Desk, { path, headers }: To, at: number, bytes: Uint8Array) {
  return Promise.resolve(
    desk.app.request(path, {
      method: 'PATCH',
      headers: {
        ...headers,
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(at),
      },
      body: Uint8Array.from(bytes),
    }),
  )
}

/** Sends files as a browser does, and looks at them as somebody. */
export function aFileSender(desk: Desk) {
  return {
    begin: (path: string, headers: Headers, caseId: string, name: string, size: number) =>
      begun(desk, { path, headers }, caseId, name, size),
    patch: (path: string, headers: Headers, at: number, bytes: Uint8Array) =>
      continued(desk, { path, headers }, at, bytes),
    /** The id of the file, once all of it is there. */
    async send(path: string, headers: Headers, caseId: string, name: string, bytes: Uint8Array) {
      const answer = await begun(desk, { path, headers }, caseId, name, bytes.length)
      if (!answer.ok) throw new Error(await answer.text())
      const to = {
        path: new URL(answer.headers.get('location') ?? '', 'http://x').pathname,
        headers,
      }
      for (let at = 0; at < bytes.length; at += pieceSize) {
        const sent = await continued(desk, to, at, bytes.subarray(at, at + pieceSize))
        if (sent.status !== 204) throw new Error(await sent.text())
      }
      return to.path.split('/').at(-1) ?? ''
    },
    look(key: StaffKey, path: string, headers: Headers = {}) {
      desk.as(key)
      return Promise.resolve(
        desk.app.request(path, { headers: { ...headers, 'x-test-person': key } }),
      )
    },
  }
}
