import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterAll } from 'vitest'

/** A browser's side of web push, without a browser: an address to give away, and what arrived there, opened. */
export type Subscribed = {
  readonly address: { endpoint: string; p256dh: string; auth: string }
  readonly messages: unknown[]
  /** Answers with this status from now on. */
  answerWith(status: number): void
}

type Box = Subscribed & {
  status: number
  open(body: Buffer): unknown
}

/** A push service of one's own, on a port of this machine; stopped after the last test of the file. */
export async function openPushService() {
  const boxes = new Map<string, Box>()
  const headers: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const box = boxes.get(request.url ?? '')
      if (box?.status === 201) {
        headers.push(request.headers)
        box.messages.push(box.open(Buffer.concat(chunks)))
      }
      response.writeHead(box?.status ?? 404).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => server.close())
  const at = server.address()
  const origin = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  return {
    origin,
    headers,
    subscribe(): Subscribed {
      const path = `/send/${randomBytes(6).toString('hex')}`
      const box = newBox(origin + path)
      boxes.set(path, box)
      return box
    },
  }
}

function newBox(endpoint: string): Box {
  const keys = createECDH('prime256v1')
  const p256dh = keys.generateKeys('base64url')
  const auth = randomBytes(16)
  return {
    address: { endpoint, p256dh, auth: auth.toString('base64url') },
    messages: [],
    status: 201,
    answerWith(status) {
      this.status = status
    },
    open: (body) => JSON.parse(decrypt(body, keys, auth).toString()),
  }
}

/** RFC 8291 and RFC 8188, one record. */
function decrypt(body: Buffer, keys: ReturnType<typeof createECDH>, auth: Buffer): Buffer {
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + body.readUInt8(20))
  const sealed = body.subarray(21 + sender.length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
  const derive = (secret: Buffer, from: Buffer, about: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, from, about, length))
  const shared = derive(keys.computeSecret(sender), auth, info, 32)
  const key = derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const opening = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()])
  return padded.subarray(0, padded.lastIndexOf(2))
}

/** What the sender says of itself (VAPID), when its signature holds for this key; else null. */
export function claimsOf(authorization: string, publicKey: string): Record<string, unknown> | null {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((n) => n.toString('base64url'))
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    {
      key: createPublicKey({
        key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' },
        format: 'jwk',
      }),
      dsaEncoding: 'ieee-p1363',
    },
    Buffer.from(signature, 'base64url'),
  )
  return isSigned && key === publicKey
    ? JSON.parse(Buffer.from(claims, 'base64url').toString())
    : null
}
