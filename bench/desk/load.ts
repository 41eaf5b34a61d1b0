import { Client } from 'pg'
import { chosen, countFinds } from './chosen.ts'
import { partsOf, type Company, type Parts } from './complaints.ts'
import { fillPart, multiply, partTables } from './multiply.ts'
import { restIndexes, wakeIndexes } from './resting.ts'
import { searches } from './searches.ts'

/** As many complaints as fit into the caches of a processor. */
const atOnce = 300
/** One for each core. */
const many = 2

const tables = ['complaints_timeline', 'complaints_search', 'complaints', 'complaints_customers']

export type Loaded = {
  /** Seconds until every row was there, and those for all indexes and the statistics after it. */
  readonly copied: number
  readonly indexed: number
  /** How many complaints each search must find. */
  readonly truth: readonly number[]
}

/** Fills the company's tables. Keys are checked by construction, so the triggers rest; the walls are for readers. */
export async function load(url: string, company: Company): Promise<Loaded> {
  await using open = new AsyncDisposableStack()
  const connections: Client[] = []
  for (let nth = 0; nth < many; nth += 1) connections.push(await connect(url, open))
  const [database] = connections
  if (!database) throw new Error('No connection')
  const from = performance.now()
  await setCareless(database, true)
  const resting = await restIndexes(database, tables)
  const truth = await multiplyAll(connections, company)
  await countNumbers(database, company)
  await tally(database, company)
  const copied = (performance.now() - from) / 1000
  await wakeIndexes(connections, resting)
  await database.query('vacuum (analyze)')
  await setCareless(database, false)
  await database.query('checkpoint')
  return { copied, indexed: (performance.now() - from) / 1000 - copied, truth }
}

async function connect(url: string, open: AsyncDisposableStack): Promise<Client> {
  const database = new Client({ connectionString: url, options: '-c timezone=UTC' })
  await database.connect()
  open.defer(() => database.end())
  // Parts are looked up in the order in which they are wanted, so that rows lie as they came in.
  for (const setting of ['enable_hashjoin = off', 'enable_mergejoin = off', 'enable_memoize = off'])
    await database.query(`set ${setting}`)
  await database.query(`set work_mem = '64MB'`)
  await database.query('set session_replication_role = replica')
  return database
}

/** What is being loaded need not survive a power cut, and nobody cleans up or saves behind it meanwhile. */
const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '20GB',
}

async function setCareless(database: Client, isCareless: boolean): Promise<void> {
  for (const [name, value] of Object.entries(careless))
    await database.query(
      `alter system ${isCareless ? `set ${name} = '${value}'` : `reset ${name}`}`,
    )
  await database.query('select pg_reload_conf()')
}

async function multiplyAll(connections: readonly Client[], company: Company): Promise<number[]> {
  const parts = partsOf(company)
  await fillParts(connections, parts)
  const truth = searches.map(() => 0)
  let next = 0
  const work = async (database: Client) => {
    while (next < company.rows) {
      const length = Math.min(atOnce, company.rows - next)
      const batch = Array.from({ length }, (_, at) => chosen(company, parts, next + at))
      next += length
      const written = database.query({
        name: 'multiply',
        text: multiply,
        values: [company.organisationId, JSON.stringify(batch)],
      })
      for (const one of batch) countFinds(parts, one, truth)
      await written
    }
  }
  await Promise.all(connections.map(work))
  await connections[0]?.query('drop schema parts cascade')
  return truth
}

async function fillParts(connections: readonly Client[], parts: Parts): Promise<void> {
  const [first, second] = connections
  await first?.query(partTables)
  const { openings, bodies, asides, open, closed } = parts
  const aftermaths = [...open.map(afterwards(true)), ...closed.map(afterwards(false))]
  const fill = (database: Client | undefined, table: string, list: readonly object[]) =>
    database?.query(fillPart(table), [JSON.stringify(list)])
  await Promise.all([
    fill(first, 'openings', openings.map(numbered)),
    fill(second, 'bodies', bodies.map(numbered)),
    fill(first, 'asides', asides.map(numbered)),
    fill(second, 'aftermaths', aftermaths),
  ])
}

function numbered(part: object, nth: number): object {
  return { nth, ...part }
}

/** Each entry in columns of its own. */
function afterwards(is_open: boolean) {
  return ({ entries, ...part }: Parts['open'][number], nth: number): object => {
    const columns = entries.flatMap((entry, before) =>
      Object.entries(entry).map(([name, value]) => [`${name}_${before + 2}`, value]),
    )
    return { nth, is_open, ...part, ...Object.fromEntries(columns) }
  }
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
