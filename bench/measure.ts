import { demoPassword, staff } from '../test/cast.ts'

/** The cookies of a supervisor of the demo company. */
export async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/access/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: staff.sasaki.email, password: demoPassword }),
  })
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

/**
 * Reads the event stream; `seen(key)` answers when the first event that `keyOf` names so arrived (performance.now()).
 */
export async function follow(
  url: string,
  cookie: string,
  keyOf: (event: { id: string; type: string; sequence: number; cues?: string[] }) => string,
): Promise<(key: string) => Promise<number>> {
  const response = await fetch(`${url}/api/events`, { headers: { cookie } })
  const arrived = new Map<string, number>()
  const waiting = new Map<string, (at: number) => void>()
  const decoder = new TextDecoder()
  void (async () => {
    for await (const chunk of response.body ?? []) {
      const at = performance.now()
      for (const [, data = ''] of decoder.decode(chunk).matchAll(/event: movement\ndata: (.*)/g)) {
        const key = keyOf(JSON.parse(data))
        if (arrived.has(key)) continue
        arrived.set(key, at)
        waiting.get(key)?.(at)
      }
    }
  })().catch(() => undefined)
  return (key) =>
    new Promise((resolve) => {
      const at = arrived.get(key)
      if (at === undefined) waiting.set(key, resolve)
      else resolve(at)
    })
}

export function share(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

export function print(name: string, times: readonly number[]): void {
  const [p50, p99] = [share(times, 0.5), share(times, 0.99)]
  console.log(`${name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, n ${times.length}`)
}
