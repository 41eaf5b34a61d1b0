import { request as plainly, type IncomingMessage } from 'node:http'
import { request as securely } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { AwsV4Signer } from 'aws4fetch'
import type { FileStore, Whole } from './store.ts'

/** A bucket of Amazon S3 or of anything that speaks its protocol (MinIO, Ceph, Garage, R2 …). */
export type Bucket = {
  readonly bucket: string
  /** Before every key; empty or ending with `/`. */
  readonly prefix: string
  readonly region: string
  /** `https://minio.example.jp:9000`: asked as `endpoint/bucket/key`. Absent: Amazon, as `bucket.s3.region.amazonaws.com`. */
  readonly endpoint: string | undefined
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** A file is sent in one request, which S3 takes up to 5 GB; its SHA-256 is signed, so that other bytes are refused there. */
export function openBucket(bucket: Bucket): FileStore {
  const { prefix } = bucket
  return {
    name: `s3://${bucket.bucket}/${prefix}`,
    async put(key, bytes, { size, sha256 }: Whole) {
      const headers = { 'content-length': String(size), 'x-amz-content-sha256': sha256 }
      await drained(await ask(bucket, 'PUT', prefix + key, headers, bytes), key, [200])
    },
    read: (key, range) => read(bucket, prefix + key, range),
    async remove(key) {
      await drained(await ask(bucket, 'DELETE', prefix + key), key, [200, 204, 404])
    },
  }
}

async function* read(
  bucket: Bucket,
  key: string,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Buffer> {
  const answer = await ask(bucket, 'GET', key, { range: `bytes=${from}-${to}` })
  // A whole answer to a part that was asked for would put wrong bytes in its place.
  if (answer.statusCode !== 206) return drained(answer, key, [])
  let length = 0
  for await (const piece of answer) {
    length += piece.length
    yield piece
  }
  if (length !== to - from + 1) throw new Error(`${key} ends at ${from + length}`)
}

function addressOf({ bucket, endpoint, region }: Bucket, key: string): string {
  const path = key.split('/').map(encodeURIComponent).join('/')
  if (endpoint) return `${endpoint.replace(/\/+$/u, '')}/${bucket}/${path}`
  return `https://${bucket}.s3.${region}.amazonaws.com/${path}`
}

const unsigned = 'UNSIGNED-PAYLOAD'
const patienceMs = 60_000

async function ask(
  bucket: Bucket,
  method: 'GET' | 'PUT' | 'DELETE',
  key: string,
  headers: Readonly<Record<string, string>> = {},
  body?: AsyncIterable<Uint8Array>,
): Promise<IncomingMessage> {
  const { url, headers: signed } = await sign(bucket, method, key, headers)
  const send = url.protocol === 'https:' ? securely : plainly
  const request = send(url, { method, headers: Object.fromEntries(signed) })
  request.setTimeout(patienceMs, () => request.destroy(new Error(`${key}: no answer`)))
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject)
  })
  if (!body) {
    request.end()
    return answered
  }
  // A refusal can come before the last byte went out: then it is what counts. Without an answer, what went wrong here.
  const trouble = pipeline(Readable.from(body), request).then(
    () => null,
    (error: unknown) => error,
  )
  return answered.catch(async (error: unknown) => {
    throw (await trouble) ?? error
  })
}

function sign(
  bucket: Bucket,
  method: string,
  key: string,
  given: Readonly<Record<string, string>>,
): Promise<{ url: URL; headers: Headers }> {
  const { accessKeyId, secretAccessKey, region } = bucket
  const headers = { 'x-amz-content-sha256': unsigned, ...given }
  const own = { method, url: addressOf(bucket, key), headers, service: 's3' }
  return new AwsV4Signer({ ...own, accessKeyId, secretAccessKey, region }).sign()
}

async function drained(answer: IncomingMessage, key: string, wanted: readonly number[]) {
  const said = await text(answer)
  const status = answer.statusCode ?? 0
  if (wanted.includes(status)) return
  const code = /<Code>([^<]+)<\/Code>/u.exec(said)?.[1] ?? ''
  throw new Error(`${key}: the bucket answered ${status} ${code}`.trim())
}
