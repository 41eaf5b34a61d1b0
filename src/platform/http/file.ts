import { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'

/** What a handler gives for an endpoint that `gives: 'file'`. */
export const fileAnswer = z.object({
  name: z.string(),
  /**
   * For programs that ask for it; without it nobody's browser opens it. A PDF opens in the browser: only for what we have set
   * ourselves, never for a file that somebody brought.
   */
  type: z.enum(['text/calendar; charset=utf-8', 'application/pdf']).optional(),
  bytes: z.custom<Uint8Array<ArrayBuffer>>((bytes) => bytes instanceof Uint8Array),
})

/** To be kept; but for a PDF of ours, never to be opened on our site: a stranger's page would have the rights of whoever looks at it. */
export function download({ name, type, bytes }: z.output<typeof fileAnswer>): Response {
  const plain = name.replace(/[^\w.-]+/gu, '_')
  const coded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  )
  const isOpened = type === 'application/pdf'
  return new Response(bytes, {
    headers: {
      'content-type': type ?? 'application/octet-stream',
      'content-disposition': `${isOpened ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${coded}`,
      'content-length': String(bytes.length),
      // Chromium's reader of PDF does not run in a sandbox.
      'content-security-policy': isOpened
        ? "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

const megabyte = 1_000_000

/** The body as bytes; stops reading where it becomes too large. */
export async function receiveFile(
  request: Request,
  takes: { readonly type: string; readonly most: number },
): Promise<Result<Uint8Array>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== takes.type) return refuse('invalid', 'http.other-type', { type: takes.type })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > takes.most)
      return refuse('too-large', 'http.file-too-large', { megabytes: takes.most / megabyte })
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks))
}
