import { loadavg } from 'node:os'
import { join } from 'node:path'
import { startNode, type UketomeNode } from '../e2e/node.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { loadedFolder, type Loading } from './desk/kept.ts'
import { memoryNow } from './desk/memory.ts'
import { rowsOf, type Row } from './desk/rows.ts'
import { signIn, share } from './measure.ts'
import { spent, type Spent } from './processor.ts'

type Asked = Loading & { readonly requests: number; readonly only: string }

/** Everybody's day at the desk of a company that has `rows` complaints. A line of JSON for each row of the table. */
export async function desk({ rows, requests, only, fresh, keep }: Asked): Promise<void> {
  await using open = new AsyncDisposableStack()
  const { folder, company, truth, ...loading } = await loadedFolder({ rows, fresh, keep })
  open.defer(loading.drop)
  // On disk, and synced: what is acknowledged survives a power cut.
  const postgres = await startPostgres({ folder: join(folder, 'postgres') })
  open.defer(() => postgres.stop())
  const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url }
  const { copied, indexed, wasKept } = loading
  const perSecond = rows / copied
  tell({ row: 'load', rows, seconds: copied, perSecond, indexSeconds: indexed, wasKept })
  const { node, seconds } = await started(settings)
  open.defer(() => node.stop())
  tell({ row: 'ready after start', rows, seconds })
  const work = await rowsOf(() => node.url, await signIn(node.url), company, truth)
  for (const row of work.filter(isWanted(only)))
    for (const clients of [1, 8]) tell({ rows, ...(await measure(row, clients, requests)) })
  const { server, database } = memoryNow()
  tell({ row: 'memory', rows, server, database, megabytes: server + database })
}

/** `search,open`: the rows in whose name one of these stands. */
export function isWanted(only: string): (row: { readonly name: string }) => boolean {
  const parts = only.split(',')
  return ({ name }) => parts.some((part) => name.includes(part))
}

/** With the database up, to the first answer. */
export async function started(settings: { UKETOME_DATA: string; DATABASE_URL: string }) {
  const start = async (): Promise<{ node: UketomeNode; seconds: number }> => {
    const from = performance.now()
    const node = await startNode(settings)
    return { node, seconds: (performance.now() - from) / 1000 }
  }
  // The first compiles what is kept for the next.
  await (await start()).node.stop()
  return start()
}

/** Requests that are not counted: a server that has run for a day has compiled what it does all the time. */
export const warmUp = 500

export async function measure(row: Row, clients: number, requests: number) {
  await askAll(row, clients, Math.min(warmUp, requests))
  const [before, from] = [spent(), performance.now()]
  const times = await askAll(row, clients, requests)
  const [after, seconds] = [spent(), (performance.now() - from) / 1000]
  const each = (of: keyof Spent) => ((after[of] - before[of]) * 1000) / times.length
  const [cpuServer, cpuDatabase] = [each('server'), each('database')]
  return {
    row: row.name,
    clients,
    requests: times.length,
    p50: share(times, 0.5),
    p99: share(times, 0.99),
    perSecond: times.length / seconds,
    cpuServer,
    cpuDatabase,
    cpu: cpuServer + cpuDatabase,
    cpuClient: each('bench'),
    ...(row.count && { found: await row.count(), truth: row.truth }),
  }
}

let asked = 0

/** As many clients, each with its next request when the last was answered. Milliseconds. */
async function askAll(row: Row, clients: number, requests: number): Promise<number[]> {
  const times: number[] = []
  const client = async () => {
    for (let nth = 0; nth < requests / clients; nth += 1) {
      const from = performance.now()
      await row.ask((asked += 1))
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return times
}

/** Rounded to what can be believed. */
export function tell(line: Readonly<Record<string, unknown>>, bench = 'desk'): void {
  const rounded = Object.entries(line).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * 100) / 100 : value,
  ])
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10
  console.log(JSON.stringify({ bench, ...Object.fromEntries(rounded), load }))
}
