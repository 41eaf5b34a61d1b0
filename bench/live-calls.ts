/**
 * Many calls at once on one node: `node bench/live-calls.ts calls=200 seconds=60 guide boards=3`. Each call has an
 * operator who has signed in with a password, an open event stream, and a customer who says a sentence every 3 s; with
 * `guide`, each screen reads its guide again when its event arrives; `boards` supervisors have their board open. Server,
 * database and all the screens share this machine. The first ten seconds warm up and are not counted.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startNode } from '../e2e/node.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { systemIds } from '../src/platform/ids.ts'
import { stories } from '../test/cast.ts'
import { openBoard } from './boards.ts'
import { print } from './measure.ts'
import { enrol, signInAs } from './people.ts'
import { printSpent, spent, type Spent } from './processor.ts'

const { calls, seconds, guide: readsGuide, boards } = options(process.argv.slice(2))
const loadBefore = loadavg()[0]?.toFixed(1)
const everyMs = 3000
const warmUpMs = 10_000
const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
const postgres = await startPostgres({ durable: false })
const node = await startNode({ UKETOME_DATA: folder, DATABASE_URL: postgres.url })
const said = stories
  .flatMap(({ words }) => words.split(/(?<=。)/))
  .filter((text) => text.length > 3)

type Screen = {
  readonly complaintId: string
  readonly cookie: string
  /** When the event of the next utterance arrived (performance.now()). */
  readonly seen: () => Promise<number>
}
const times = {
  answer: new Array<number>(),
  event: new Array<number>(),
  guidance: new Array<number>(),
  board: new Array<number>(),
  card: new Array<number>(),
}
let countFrom = Infinity
let spoken = 0

try {
  await enrol(postgres.url, 'bench', 'operator', calls)
  await enrol(postgres.url, 'board', 'supervisor', boards)
  const screens: Screen[] = []
  while (screens.length < calls) screens.push(await beginCall(screens.length))
  for (let index = 0; index < boards; index += 1) await supervise(index, screens)
  console.log(`${calls} calls have begun, ${boards} boards are open`)
  countFrom = performance.now() + warmUpMs
  const until = countFrom + seconds * 1000
  const began = performance.now()
  const before = spent()
  await Promise.all(screens.map((screen, index) => talk(screen, index, until)))
  report(before, (performance.now() - began) / 1000)
} finally {
  await node.stop()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

type Options = { calls: number; seconds: number; guide: boolean; boards: number }

function options(given: readonly string[]): Options {
  const chosen = { calls: 200, seconds: 60, guide: 0, boards: 0 }
  for (const each of given) {
    const [name = '', value = '1'] = each.split('=')
    if (!(name in chosen) || !/^\d+$/.test(value))
      throw new Error(`${each}? Say calls=200 seconds=60 guide boards=3.`)
    Object.assign(chosen, { [name]: Number(value) })
  }
  return { ...chosen, guide: chosen.guide > 0 }
}

/** `lasted`: until the last utterance had its answer, in seconds; longer than asked for when they queue. */
function report(before: Spent, lasted: number): void {
  const rate = (times.event.length / seconds).toFixed(1)
  console.log(`${rate} utterances/s; load ${loadBefore} before, ${loadavg()[0]?.toFixed(1)} now`)
  printSpent(before, lasted, spoken)
  print('utterance to its answer', times.answer)
  print('utterance to the event on the screen of its call', times.event)
  if (readsGuide) print('utterance to the new guidance on that screen', times.guidance)
  if (boards === 0) return
  print('reading the board', times.board)
  print('reading the guidance of a card on it', times.card)
}

async function beginCall(index: number): Promise<Screen> {
  const cookie = await signInAs(node.url, `bench-${index + 1}`, `127.0.1.${index + 1}`)
  const complaintId = systemIds.next()
  await post(cookie, '/api/intake/calls', { id: systemIds.next(), complaintId, direction: 'in' })
  return { complaintId, cookie, seen: await ownEvents(cookie, complaintId) }
}

/** A supervisor with the board open; what it reads before the time counts is not counted. */
async function supervise(index: number, screens: readonly Screen[]): Promise<void> {
  const cookie = await signInAs(node.url, `board-${index + 1}`, `127.0.2.${index + 1}`)
  const stream = await fetch(`${node.url}/api/events`, { headers: { cookie } })
  const complaintIds = screens.map(({ complaintId }) => complaintId)
  const measured = (kind: 'board' | 'card', ms: number) => {
    if (performance.now() - ms > countFrom) times[kind].push(ms)
  }
  // When the server stops, its line is cut.
  openBoard({ stream, get: (path) => get(cookie, path), complaintIds, measured }).catch(
    () => undefined,
  )
}

/** Speaks until the time is up; the calls are spread over the three seconds. */
async function talk(screen: Screen, index: number, until: number): Promise<void> {
  await sleep((index * everyMs) / calls)
  const open: Promise<void>[] = []
  for (let turn = 0; performance.now() < until; turn += 1) {
    open.push(utter(screen, said[(index + turn) % said.length] ?? 'はい。'))
    await sleep(everyMs)
  }
  await Promise.all(open)
}

async function utter({ complaintId, cookie, seen }: Screen, text: string): Promise<void> {
  spoken += 1
  const id = systemIds.next()
  const from = performance.now()
  const body = { id, speaker: 'customer', text, at: new Date().toISOString(), state: 'final' }
  const arrived = seen()
  const [answer, event, guidance] = await Promise.all([
    post(cookie, `/api/complaints/${complaintId}/utterances`, body),
    arrived,
    arrived.then((at) => (readsGuide ? get(cookie, `/api/guide/complaints/${complaintId}`) : at)),
  ])
  if (from < countFrom) return
  times.answer.push(answer - from)
  times.event.push(event - from)
  times.guidance.push(guidance - from)
}

/** Listens to the stream for what is heard in this call; everybody else's events are passed over. */
async function ownEvents(cookie: string, complaintId: string): Promise<Screen['seen']> {
  const response = await fetch(`${node.url}/api/events`, { headers: { cookie } })
  const waiting: ((at: number) => void)[] = []
  const decoder = new TextDecoder()
  let rest = ''
  void (async () => {
    for await (const chunk of response.body ?? []) {
      const at = performance.now()
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines)
        if (line.includes(complaintId) && line.includes('"cues":')) waiting.shift()?.(at)
    }
  })().catch(() => undefined)
  return () => new Promise((resolve) => waiting.push(resolve))
}

/** When the answer was whole. */
async function post(cookie: string, path: string, body: object): Promise<number> {
  const headers = { cookie, 'content-type': 'application/json' }
  return whole(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

function get(cookie: string, path: string): Promise<number> {
  return whole(path, { headers: { cookie } })
}

async function whole(path: string, sent: RequestInit): Promise<number> {
  const response = await fetch(`${node.url}${path}`, sent)
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${text}`)
  return performance.now()
}
