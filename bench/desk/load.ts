import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Client } from 'pg'
import { columns, type Company } from './complaints.ts'
import { copyIn } from './copy.ts'
import type { Done, Task } from './making.ts'
import { searches } from './searches.ts'

const atOnce = 5000
const threads = 2

export type Loaded = {
  /** Seconds until every row was there, and those for the search index and the statistics after it. */
  readonly copied: number
  readonly indexed: number
  /** How many complaints each search must find. */
  readonly truth: readonly number[]
}

/** Fills the company's tables. Keys are checked by construction, so the triggers rest; the walls are for readers. */
export async function load(database: Client, company: Company): Promise<Loaded> {
  const from = performance.now()
  await setCareless(database, true)
  const rebuild = await withoutSearchIndex(database)
  await database.query('set session_replication_role = replica')
  const truth = await copyAll(database, company)
  await countNumbers(database, company)
  await tally(database, company)
  await database.query('set session_replication_role = origin')
  const copied = (performance.now() - from) / 1000
  await rebuild()
  await database.query('vacuum (analyze)')
  await setCareless(database, false)
  await database.query('checkpoint')
  return { copied, indexed: (performance.now() - from) / 1000 - copied, truth }
}

/** What is being loaded need not survive a power cut, and nobody cleans up behind it meanwhile. */
async function setCareless(database: Client, isCareless: boolean): Promise<void> {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum'])
    await database.query(`alter system ${isCareless ? `set ${name} = off` : `reset ${name}`}`)
  await database.query('select pg_reload_conf()')
}

/** As one does before a great many rows: the index is built once, afterwards. */
async function withoutSearchIndex(database: Client): Promise<() => Promise<void>> {
  const { rows } = await database.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = 'complaints_search' and indexdef like '% USING gin %'`,
  )
  for (const { indexname } of rows) await database.query(`drop index ${indexname}`)
  return async () => {
    await database.query(`set maintenance_work_mem = '512MB'`)
    for (const { indexdef } of rows) await database.query(indexdef)
  }
}

async function copyAll(database: Client, company: Company): Promise<number[]> {
  const tasks = Array.from({ length: Math.ceil(company.rows / atOnce) }, (_, at): Task => {
    return { from: at * atOnce, to: Math.min(company.rows, (at + 1) * atOnce) }
  })
  const truth = searches.map(() => 0)
  let copying = Promise.resolve()
  const copyAfter = async (before: Promise<void>, { tables, truth: found }: Done) => {
    for (const [at, count] of found.entries()) truth[at] = (truth[at] ?? 0) + count
    await before
    for (const { table, lines } of tables)
      await copyIn(database, `${table} (${columns[table].replaceAll(' ', ', ')})`, lines)
  }
  const work = async () => {
    const worker = new Worker(new URL('making.ts', import.meta.url), { workerData: company })
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      const done = await answerOf(worker, task)
      // One batch is copied while the next is made; more would fill the memory.
      await (copying = copyAfter(copying, done))
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: threads }, work))
  return truth
}

async function answerOf(worker: Worker, task: Task): Promise<Done> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(task)
  // Fails when the thread does.
  const [done] = await once(worker, 'message')
  return done
}

/** The next complaint of each year takes a number behind those that were loaded. */
async function countNumbers(database: Client, { organisationId, rows }: Company): Promise<void> {
  await database.query(
    `insert into complaints_numbers (organisation_id, year, last)
       select $1, extract(year from received_at at time zone 'Asia/Tokyo')::int, $2::int from complaints
        where organisation_id = $1 group by 2`,
    [organisationId, rows],
  )
}

/** What triggers would have counted. */
async function tally(database: Client, { organisationId }: Company): Promise<void> {
  await database.query(
    `insert into complaints_tallies (organisation_id, month, cause, is_closed, many)
       select organisation_id, complaints_month(received_at), cause, closed_at is not null, count(*)
         from complaints where organisation_id = $1 group by 1, 2, 3, 4`,
    [organisationId],
  )
}
