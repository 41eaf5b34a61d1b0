import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startNode } from '../e2e/node.ts'
import { addNote } from '../src/features/complaints/handling/contract.ts'
import { receiveComplaint } from '../src/features/intake/contract.ts'
import { systemIds } from '../src/platform/ids.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { tell as tellLine } from './desk.ts'
import { memoryNow } from './desk/memory.ts'
import type { Orders, Seat, Told } from './live/listeners.ts'
import { share } from './measure.ts'
import { enrol, signInAs } from './people.ts'
import { spent } from './processor.ts'

type Asked = {
  /** Open screens, and how many people they belong to. */
  readonly clients: number
  readonly people: number
  /** Notes written in a second, for so many seconds. */
  readonly changes: number
  readonly seconds: number
  /** 1: screens and commands at one node; 2: the screens are at another. */
  readonly nodes: number
  /** For the Node of the server: `--cpu-prof --cpu-prof-dir=FOLDER`. */
  readonly options: string
}

type Desk = { readonly url: string; readonly cookies: readonly string[] }
/** `<complaint> <sequence>` of the event, and when its command was acknowledged: milliseconds since 1970. */
type Acknowledged = [move: string, at: number]

const complaintsAtOnce = 200
const everySeconds = 5
const inEachProcess = 1000
/** Of a hundred screens so many leave every second and come back with their token. */
const restlessShare = 0.02
const now = () => performance.timeOrigin + performance.now()

/** From an acknowledged command to its event on every open screen. */
export async function live(asked: Asked): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
  await using open = new AsyncDisposableStack()
  open.defer(() => rm(folder, { recursive: true, force: true }))
  const postgres = await startPostgres({ folder: join(folder, 'postgres') })
  open.defer(() => postgres.stop())
  const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url, NODE_OPTIONS: asked.options }
  const node = await startNode(settings)
  open.defer(() => node.stop())
  const other = asked.nodes > 1 ? await startNode(settings) : node
  if (other !== node) open.defer(() => other.stop())
  await enrol(postgres.url, 'bench', 'operator', asked.people)
  const cookies: string[] = []
  for (let nth = 1; nth <= asked.people; nth += 1)
    cookies.push(await signInAs(node.url, `bench-${nth}`, `127.0.1.${nth % 250}`))
  const desk = { url: node.url, cookies }
  const complaints = await Promise.all(
    Array.from({ length: complaintsAtOnce }, () => receive(desk)),
  )
  await hurry(desk, complaints, 20, 2)
  tell({ at: 'start', ...memoryNow() })
  const listeners = await listen(other.url, cookies, asked.clients)
  tell({ at: `${asked.clients} screens open`, ...memoryNow() })
  await measure(desk, complaints, asked, listeners)
}

async function measure(
  desk: Desk,
  complaints: readonly string[],
  { changes, seconds }: Asked,
  listeners: Awaited<ReturnType<typeof listen>>,
): Promise<void> {
  const before = spent()
  const acknowledged = await hurry(desk, complaints, changes, seconds, tell)
  const after = spent()
  const told = await Promise.all(listeners.map((each) => each.report(acknowledged)))
  tell({ at: 'end', ...memoryNow() })
  const each = (of: 'server' | 'database' | 'bench') =>
    ((after[of] - before[of]) * 1000) / acknowledged.length
  const screens = told.reduce((all, { spent: its }) => all + its, 0)
  tell({
    ...sum(told),
    changes: acknowledged.length,
    cpuServer: each('server'),
    cpuDatabase: each('database'),
    cpuBench: each('bench') + (screens * 1000) / acknowledged.length,
  })
}

async function receive({ url, cookies }: Desk): Promise<string> {
  const id = systemIds.next()
  const words = '届いた瓶が割れていました。'
  await post(`${url}${receiveComplaint.path}`, cookies[0] ?? '', {
    id,
    channel: 'mail',
    words,
    customer: {},
    details: {},
  })
  return id
}

/** So many notes a second, each when its time has come and not when the last one was answered. */
async function hurry(
  { url, cookies }: Desk,
  complaints: readonly string[],
  perSecond: number,
  seconds: number,
  said: typeof tell = () => undefined,
): Promise<Acknowledged[]> {
  const began = performance.now()
  const writing: Promise<Acknowledged>[] = []
  for (let nth = 0; nth < perSecond * seconds; nth += 1) {
    await sleep(Math.max(0, began + (nth * 1000) / perSecond - performance.now()))
    if (nth > 0 && nth % (perSecond * everySeconds) === 0)
      said({ at: `${nth / perSecond} s`, ...memoryNow() })
    const cookie = cookies[(nth * 7) % cookies.length] ?? ''
    writing.push(note(url, cookie, complaints[nth % complaints.length] ?? '', nth))
  }
  return Promise.all(writing)
}

async function note(url: string, cookie: string, complaintId: string, nth: number) {
  const path = addNote.path.replace(':complaintId', complaintId)
  const body = { id: systemIds.next(), speaker: 'internal', text: `お客様に折り返す。${nth}` }
  const answer = await post(`${url}${path}`, cookie, body)
  const at = now()
  const { head } = addNote.answer.parse(JSON.parse(answer))
  return [`${complaintId} ${head}`, at] satisfies Acknowledged
}

async function post(url: string, cookie: string, body: object): Promise<string> {
  const headers = { cookie, 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`)
  return text
}

type Report = Extract<Told, { told: 'report' }>

/** The screens, a thousand to a process. */
async function listen(url: string, cookies: readonly string[], clients: number) {
  const seats = Array.from({ length: clients }, (_, nth): Seat => {
    const isRestless = nth % Math.round(1 / restlessShare) === 0
    return { cookie: cookies[nth % cookies.length] ?? '', isRestless }
  })
  const parts = Array.from({ length: Math.ceil(clients / inEachProcess) }, (_, at) =>
    seats.slice(at * inEachProcess, (at + 1) * inEachProcess),
  )
  return Promise.all(parts.map((screens) => listenersOf(url, screens)))
}

async function listenersOf(url: string, screens: readonly Seat[]) {
  const child = fork(join(import.meta.dirname, 'live/listeners.ts'), { serialization: 'advanced' })
  const answer = async (orders: Orders): Promise<Told> => {
    child.send(orders)
    const [told] = await once(child, 'message')
    return told
  }
  await answer({ do: 'open', url, screens })
  return {
    async report(acknowledged: readonly Acknowledged[]): Promise<Report> {
      const told = await answer({ do: 'report', acknowledged })
      child.kill()
      if (told.told !== 'report') throw new Error('the screens said nothing of what they heard')
      return told
    },
  }
}

function sum(told: readonly Report[]) {
  const of = (name: 'missed' | 'missedByRestless' | 'resumed' | 'cutOff') =>
    told.reduce((all, each) => all + each[name], 0)
  const times = told.flatMap((each) => [...each.times])
  return {
    row: 'acknowledged to every screen',
    p50: share(times, 0.5),
    p99: share(times, 0.99),
    most: share(times, 1),
    told: times.length,
    missed: of('missed'),
    missedByRestless: of('missedByRestless'),
    resumed: of('resumed'),
    cutOff: of('cutOff'),
  }
}

const tell = (line: Readonly<Record<string, unknown>>) => tellLine(line, 'live')
