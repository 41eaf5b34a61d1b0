import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startNode, type UketomeNode } from '../e2e/node.ts'
import { silentLog } from '../src/platform/log.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { makeCompany } from '../src/app/demo/company.ts'
import { readConfiguration } from '../src/app/configuration.ts'
import { openHouse } from '../src/app/house.ts'
import { demoPassword, staff } from '../test/cast.ts'
import type { Company } from './desk/complaints.ts'
import { load } from './desk/load.ts'
import { memoryNow } from './desk/memory.ts'
import { rowsOf, type Row } from './desk/rows.ts'
import { signIn, share } from './measure.ts'
import { spent } from './processor.ts'

type Asked = { readonly rows: number; readonly requests: number; readonly only: string }

const seed = 1

/** Everybody's day at the desk of a company that has `rows` complaints. A line of JSON for each row of the table. */
export async function desk({ rows, requests, only }: Asked): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
  await using open = new AsyncDisposableStack()
  open.defer(() => rm(folder, { recursive: true, force: true }))
  // On disk, and synced: what is acknowledged survives a power cut.
  const postgres = await startPostgres({ folder: join(folder, 'postgres') })
  open.defer(() => postgres.stop())
  const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url }
  const company = await found(settings, rows)
  const { truth, copied, indexed } = await filled(postgres.url, company)
  tell({ row: 'load', rows, seconds: copied, perSecond: rows / copied, indexSeconds: indexed })
  const { node, seconds } = await started(settings)
  open.defer(() => node.stop())
  tell({ row: 'ready after start', rows, seconds })
  const work = await rowsOf(node.url, await signIn(node.url), company, truth)
  for (const row of work.filter(({ name }) => name.includes(only)))
    for (const clients of [1, 8]) tell({ rows, ...(await measure(row, clients, requests)) })
  const { server, database } = memoryNow()
  tell({ row: 'memory', rows, server, database, megabytes: server + database })
}

/** The company of the cast, without a complaint. */
export async function found(settings: Record<string, string>, rows: number): Promise<Company> {
  const house = await openHouse(readConfiguration(settings), silentLog)
  try {
    const enrol = async ({ name, email }: { name: string; email?: string }) =>
      email ? house.signIn.enrol({ name, email, password: demoPassword }) : null
    const scopeOf = await makeCompany(house.ports, enrol)
    const { organisationId } = scopeOf('sasaki')
    const members = (['matsui', 'okamoto', 'nakano', 'takagi', 'sasaki'] as const).map((key) => {
      return { id: scopeOf(key).viewer?.memberId ?? '', name: staff[key].name }
    })
    const until = house.ports.clock.now().subtract({ hours: 1 }).toString()
    return { organisationId, members, rows, seed, until }
  } finally {
    await house.close()
  }
}

export async function filled(url: string, company: Company) {
  const database = new Client({ connectionString: url, options: '-c timezone=UTC' })
  await database.connect()
  try {
    return await load(database, company)
  } finally {
    await database.end()
  }
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

async function measure(row: Row, clients: number, requests: number) {
  await askAll(row, clients, Math.min(100, requests))
  const [before, from] = [spent(), performance.now()]
  const times = await askAll(row, clients, requests)
  const [after, seconds] = [spent(), (performance.now() - from) / 1000]
  const each = (of: 'server' | 'database') => ((after[of] - before[of]) * 1000) / times.length
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
