import { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'

/** What a handler gives for an endpoint that `gives: 'file'`. */
export const fileAnswer = z.object({
  name: z.string(),
  /** For programs that ask for it; without it nobody's browser opens it. */
  type: z.literal('text/calendar; charset=utf-8').optional(),
  bytes: z.custom<Uint8Array<ArrayBuffer>>((bytes) => bytes instanceof Uint8Array),
})

/** To be kept, never to be opened on our site: a stranger's page would have the rights of whoever looks at it. */
export function download({ name, type, bytes }: z.output<typeof fileAnswer>): Response {
  const plain = name.replace(/[^\w.-]+/gu, '_')
  const coded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  )
  return new Response(bytes, {
    headers: {
      'content-type': type ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${coded}`,
      'content-length': String(bytes.length),
      'content-security-policy': "default-src 'none'; sandbox",
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
