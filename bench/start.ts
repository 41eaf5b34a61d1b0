/**
 * With the database up, to the first healthy answer, and what lies in memory after it: `node bench/start.ts [starts]`
 * prints a line of JSON for each start. `--sources` runs the sources as they are instead of what is bundled of them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { startNode, type UketomeNode } from '../e2e/node.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { memoryNow } from './desk/memory.ts'
import { secondsOf } from './processor.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sources: { type: 'boolean', default: false } },
})
const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
await using open = new AsyncDisposableStack()
open.defer(() => rm(folder, { recursive: true, force: true }))
const postgres = await startPostgres({ folder: join(folder, 'postgres') })
open.defer(() => postgres.stop())
const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url }

// The first makes the tables and the company, and compiles what is kept for the next.
await (await start()).stop()
const { modules, letters } = await counted()
for (let nth = 0; nth < Number(positionals[0] ?? 5); nth += 1) {
  const from = performance.now()
  const node = await start()
  const seconds = (performance.now() - from) / 1000
  const cpu = secondsOf(node.pid)
  await sleep(3000) // the judges, and what goes on without anybody asking, are ready, too
  const told = { seconds: Math.round(seconds * 100) / 100, cpu, modules, letters, ...memoryNow() }
  console.log(JSON.stringify({ bench: 'start', ...told }))
  await node.stop()
}

function start(options?: string): Promise<UketomeNode> {
  const more = options === undefined ? {} : { NODE_OPTIONS: options }
  return startNode({ ...settings, ...more }, { isFromSources: values.sources })
}

/** How many files of JavaScript a start reads, and how many letters are in them. In a start of its own: it takes longer. */
async function counted(): Promise<{ modules: number; letters: number }> {
  const node = await start(
    `--import=${pathToFileURL(join(import.meta.dirname, 'counting.js')).href}`,
  )
  await sleep(3000)
  await node.stop()
  const [, told = '{}'] = /counted: (.*)/.exec(node.logs()) ?? []
  return JSON.parse(told)
}
