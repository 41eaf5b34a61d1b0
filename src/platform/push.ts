import { createECDH, hkdfSync } from 'node:crypto'

/** Where a browser receives messages, and the keys only it can open them with (RFC 8030, RFC 8291). */
export type PushAddress = {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

export type Push = {
  /** P-256 point, base64url: browsers bind their address to it (VAPID, RFC 8292). */
  readonly publicKey: string
  /** Browsers name their own push service. Anything else would make this server call wherever a member likes. */
  knows(endpoint: string): boolean
  /** 'gone': the browser has unsubscribed. Throws with the answer when it is worth trying again. */
  send(to: PushAddress, message: object, ttlSeconds: number): Promise<'delivered' | 'gone'>
}

/** The push services of Chrome and Edge, Firefox, Safari, and Edge on Windows. */
const services =
  /^https:\/\/(fcm\.googleapis\.com|[\w-]+\.push\.services\.mozilla\.com|([\w-]+\.)?push\.apple\.com|[\w-]+\.notify\.windows\.com)\//

const patienceMs = 10_000

/** Every node with the same secret has the same keys. `also`: origins of push services a company runs itself. */
export function openPush(secret: string, contact: string, also: readonly string[] = []): Push {
  const { publicKey, privateKey } = keysFrom(secret)
  return {
    publicKey,
    knows: (endpoint) =>
      services.test(endpoint) || also.includes(URL.parse(endpoint)?.origin ?? ''),
    async send({ endpoint, ...keys }, message, ttlSeconds) {
      const { default: webPush } = await import('web-push')
      const { headers, body } = webPush.generateRequestDetails(
        { endpoint, keys },
        JSON.stringify(message),
        {
          vapidDetails: { subject: contact, publicKey, privateKey },
          TTL: ttlSeconds,
          urgency: 'high',
        },
      )
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: new Headers(Object.entries(headers).map(([name, value]) => [name, value])),
        body: new Uint8Array(body),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      })
      if (answer.ok) return 'delivered'
      if (answer.status === 404 || answer.status === 410) return 'gone'
      throw new Error(`The push service answered ${answer.status}: ${await answer.text()}`)
    },
  }
}

/** The order of the curve P-256 (FIPS 186-4): private keys are 1 … order − 1. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

function keysFrom(secret: string): { publicKey: string; privateKey: string } {
  // 128 bits more than the order, so that the remainder favours no key.
  const drawn = Buffer.from(hkdfSync('sha256', secret, '', 'uketome web push', 48))
  const key = (BigInt(`0x${drawn.toString('hex')}`) % (order - 1n)) + 1n
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(key.toString(16).padStart(64, '0'), 'hex')
  return {
    publicKey: pair.getPublicKey().toString('base64url'),
    privateKey: pair.getPrivateKey().toString('base64url').padStart(43, 'A'),
  }
}
