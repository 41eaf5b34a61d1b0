import { lookup as lookUp } from 'node:dns'
import { request as plainly, type IncomingMessage } from 'node:http'
import { request as securely } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { mayReach, type Inside } from './addresses.ts'

/** Why nothing was answered. */
export const failures = [
  'barred',
  'no-name',
  'refused',
  'timeout',
  'certificate',
  'broken',
] as const
export type Failure = (typeof failures)[number]

export type Delivered = { readonly tookMs: number } & (
  | {
      readonly status: number
      /** The beginning of the answer. */
      readonly answer: string
      /** Seconds, when the answer asks for that much patience. */
      readonly retryAfter: number | null
    }
  | { readonly failure: Failure }
)

/** How other systems are told something. Never follows a redirect, never goes inside one's own network. */
export type Outgoing = {
  /** `patienceMs`: how long somebody waits for the answer; 15 seconds when left out. */
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    patienceMs?: number,
  ): Promise<Delivered>
  /** Could this be sent to? False for what can be seen without asking for the name: a barred address, plain http outside. */
  takes(url: string): boolean
}

const timeoutMs = 15_000
const readBytes = 65_536
const keptLetters = 1000

export function openOutgoing(inside: Inside): Outgoing {
  return {
    takes: (url) => {
      const parsed = URL.parse(url)
      return parsed !== null && isTakeable(parsed, inside)
    },
    async post(url, headers, body, patienceMs = timeoutMs) {
      const begun = performance.now()
      const took = () => Math.round(performance.now() - begun)
      const parsed = URL.parse(url)
      if (!parsed || !isTakeable(parsed, inside)) return { tookMs: took(), failure: 'barred' }
      try {
        const answered = await exchange(parsed, headers, body, { inside, patienceMs })
        return { tookMs: took(), ...answered }
      } catch (error) {
        return { tookMs: took(), failure: failureOf(error) }
      }
    },
  }
}

function isTakeable(url: URL, inside: Inside): boolean {
  if (url.username !== '' || url.password !== '') return false
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1')
  const isAddress = isIP(host) !== 0
  // Plain http only to an address that was let in by name: what leaves the house is encrypted.
  if (url.protocol === 'http:') return isAddress && inside.has(host)
  return url.protocol === 'https:' && (!isAddress || mayReach(host, inside))
}

class Barred extends Error {}

/** Looks a name up and connects to what it found there, so that the name cannot mean something else a moment later. */
function guarded(inside: Inside): LookupFunction {
  return (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      const [first] = found
      if (!first || !found.every(({ address }) => mayReach(address, inside)))
        return done(new Barred(hostname), '')
      return options.all ? done(null, found) : done(null, first.address, first.family)
    })
  }
}

function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  { inside, patienceMs }: { readonly inside: Inside; readonly patienceMs: number },
) {
  const begin = url.protocol === 'https:' ? securely : plainly
  const bytes = Buffer.from(body)
  return new Promise<{ status: number; answer: string; retryAfter: number | null }>(
    (resolve, reject) => {
      const sending = begin(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': bytes.length },
        lookup: guarded(inside),
        signal: AbortSignal.timeout(patienceMs),
        agent: false,
      })
      sending.once('error', reject)
      sending.once('response', (response) => {
        beginningOf(response).then((answer) => {
          sending.destroy()
          const retryAfter = patienceOf(response.headers['retry-after'])
          resolve({ status: response.statusCode ?? 0, answer, retryAfter })
        }, reject)
      })
      sending.end(bytes)
    },
  )
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    size += bytes.length
    if (size > readBytes) break
  }
  const text = Buffer.concat(chunks).toString('utf8').replaceAll('\0', '')
  return [...text].slice(0, keptLetters).join('')
}

/** RFC 9110 also allows a date, which senders of webhooks hardly ever see. */
function patienceOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,9}$/u.test(header) ? Number(header) : null
}

function failureOf(error: unknown): Failure {
  if (error instanceof Barred) return 'barred'
  const { name, code } = namesOf(error)
  if (name === 'AbortError' || name === 'TimeoutError') return 'timeout'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-name'
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'refused'
  if (code === 'ETIMEDOUT') return 'timeout'
  return /CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/u.test(code) ? 'certificate' : 'broken'
}

function namesOf(error: unknown): { name: string; code: string } {
  if (!(error instanceof Error)) return { name: '', code: '' }
  const code = 'code' in error ? String(error.code) : ''
  return { name: error.name, code }
}
