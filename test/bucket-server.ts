import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

export type BucketServer = {
  readonly endpoint: string
  readonly objects: Map<string, Buffer>
  /** Answers the next request with this status instead. */
  failNext(status: number): void
  close(): void
}

export const bucketKeys = { accessKeyId: 'AKIDKOTAROU', secretAccessKey: 'himitsu/himitsu+123' }

/** What of S3 a store of files needs, with signatures (version 4) worked out from Amazon's description, not by a client. */
export async function startBucketServer(): Promise<BucketServer> {
  const objects = new Map<string, Buffer>()
  const next: { status: number | null } = { status: null }
  const server = createServer((request, response) => {
    // A line that is cut while sending leaves nothing here.
    answer(request, response, objects, next).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    failNext: (status) => (next.status = status),
    close: () => server.close(),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Map<string, Buffer>,
  next: { status: number | null },
): Promise<void> {
  const body = await buffer(request)
  const refuse = (status: number, code: string) =>
    response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`)
  const { status } = next
  next.status = null
  if (status) return void refuse(status, 'SlowDown')
  if (!isSigned(request)) return void refuse(403, 'SignatureDoesNotMatch')
  const told = request.headers['x-amz-content-sha256']
  if (told !== 'UNSIGNED-PAYLOAD' && told !== sha256(body))
    return void refuse(400, 'XAmzContentSHA256Mismatch')
  const key = decodeURIComponent(request.url ?? '')
  if (request.method === 'PUT') objects.set(key, body)
  if (request.method === 'DELETE') objects.delete(key)
  if (request.method !== 'GET')
    return void response.writeHead(request.method === 'PUT' ? 200 : 204).end()
  const object = objects.get(key)
  if (!object) return void refuse(404, 'NoSuchKey')
  const [, from, to] = /^bytes=(\d+)-(\d+)$/u.exec(request.headers.range ?? '') ?? []
  if (from === undefined) return void response.writeHead(200).end(object)
  response.writeHead(206).end(object.subarray(Number(from), Number(to) + 1))
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Task 1 to 4 of "Authenticating requests: Signature Version 4". */
function isSigned(request: IncomingMessage): boolean {
  const pattern = /Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})/u
  const [, credential = '', names = '', signature] =
    pattern.exec(request.headers.authorization ?? '') ?? []
  const [keyId, day = '', region = '', service = ''] = credential.split('/')
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const payload = String(request.headers['x-amz-content-sha256'])
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const canonical = [request.method, path, query, headers.join(''), names, payload].join('\n')
  const at = String(request.headers['x-amz-date'])
  const scope = [day, region, service, 'aws4_request'].join('/')
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (made, part) => hmac(made, part),
    `AWS4${bucketKeys.secretAccessKey}`,
  )
  return (
    keyId === bucketKeys.accessKeyId &&
    ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name)) &&
    hmac(key, toSign).toString('hex') === signature
  )
}
