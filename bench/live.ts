/**
 * From a command on one node to the event on a screen of another: `node bench/live.ts [notes]`. Two nodes, one
 * database, loopback. The figure to look at is the ratio to the plain round trip of the same run.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listComplaints } from '../src/features/complaints/contract.ts'
import { addNote } from '../src/features/complaints/handling/contract.ts'
import { startNode } from '../e2e/node.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { systemIds } from '../src/platform/ids.ts'
import { demoPassword, staff } from '../test/cast.ts'

const count = Number(process.argv[2] ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
const postgres = await startPostgres({ durable: false })
const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url }
const one = await startNode(settings)
const other = await startNode(settings)
try {
  const cookie = await signIn(one.url)
  const { complaints } = listComplaints.answer.parse(await get('/api/complaints?view=open&limit=1'))
  const path = `/api/complaints/${complaints[0]?.id}`
  const seen = await follow(other.url, cookie)
  const times: { roundTrip: number; toScreen: number }[] = []
  for (let index = 0; index < count; index += 1) {
    const id = systemIds.next()
    const from = performance.now()
    const head = await note(path, id)
    const roundTrip = performance.now() - from
    const at = await seen(head)
    times.push({ roundTrip, toScreen: at - from })
  }
  print(
    'round trip of a note',
    times.map(({ roundTrip }) => roundTrip),
  )
  print(
    'note to the other node’s screen',
    times.map(({ toScreen }) => toScreen),
  )
  const ratio =
    median(times.map(({ toScreen }) => toScreen)) / median(times.map((t) => t.roundTrip))
  console.log(`ratio of the medians: ${ratio.toFixed(2)}`)

  async function get(where: string) {
    const response = await fetch(`${one.url}${where}`, { headers: { cookie } })
    return response.json()
  }
  async function note(where: string, id: string): Promise<number> {
    const response = await fetch(`${one.url}${where}/notes`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ id, speaker: 'internal', text: `計測 ${id}` }),
    })
    return addNote.answer.parse(await response.json()).head
  }
} finally {
  await Promise.all([one.stop(), other.stop()])
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

async function signIn(url: string): Promise<string> {
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

/** Reads the event stream; answers when a sequence was seen. */
async function follow(url: string, cookie: string): Promise<(head: number) => Promise<number>> {
  const response = await fetch(`${url}/api/events`, { headers: { cookie } })
  const arrived = new Map<number, number>()
  const waiting = new Map<number, (at: number) => void>()
  const decoder = new TextDecoder()
  void (async () => {
    for await (const chunk of response.body ?? []) {
      const at = performance.now()
      for (const [, sequence] of decoder.decode(chunk).matchAll(/"sequence":(\d+)/g)) {
        arrived.set(Number(sequence), at)
        waiting.get(Number(sequence))?.(at)
      }
    }
  })().catch(() => undefined)
  return (head) =>
    new Promise((resolve) => {
      const at = arrived.get(head)
      if (at === undefined) waiting.set(head, resolve)
      else resolve(at)
    })
}

function median(times: readonly number[]): number {
  return at(times, 0.5)
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function print(name: string, times: readonly number[]) {
  const [p50, p99] = [at(times, 0.5), at(times, 0.99)]
  console.log(`${name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, n ${times.length}`)
}
