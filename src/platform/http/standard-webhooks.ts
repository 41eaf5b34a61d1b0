import { createHmac } from 'node:crypto'

/** Standard Webhooks 1.0.0, symmetric: standardwebhooks.com. Secrets are `whsec_` and 24 to 64 bytes in base64. */
const prefix = 'whsec_'

export function secretFrom(randomHex: (bytes: number) => string): string {
  return prefix + Buffer.from(randomHex(32), 'hex').toString('base64')
}

/** The three headers; with two secrets while one of them is being replaced. */
export function signedHeaders(
  secrets: readonly string[],
  { id, seconds, body }: { id: string; seconds: number; body: string },
): Record<string, string> {
  const content = `${id}.${seconds}.${body}`
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  }
}
