import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { readConfiguration } from '../../src/app/configuration.ts'
import { makeCompany } from '../../src/app/demo/company.ts'
import { openHouse } from '../../src/app/house.ts'
import { silentLog } from '../../src/platform/log.ts'
import { findPostmaster, isAlive, tell } from '../../src/platform/postgres/postmaster.ts'
import { startPostgres } from '../../src/platform/postgres/start.ts'
import { demoPassword, staff } from '../../test/cast.ts'
import type { Company } from './complaints.ts'
import { load, type Loaded } from './load.ts'

const root = join(import.meta.dirname, '../..')
const seed = 1

/** What decides on what lies in a loaded folder: a change to any of these makes those that were kept stale. */
const deciding = [
  'db/migrations/*.sql',
  'bench/desk/{chosen,complaints,dice,load,multiply,resting,searches,story,words}.ts',
  'src/app/demo/company.ts',
  'src/kernel/{bigrams,chain}.ts',
  'src/features/complaints/search.ts',
]

export type Loading = {
  readonly rows: number
  /** Loads again what was kept. */
  readonly fresh: boolean
  /** The folder in which what was loaded is kept. */
  readonly keep?: string | undefined
}

export type LoadedFolder = Loaded & {
  /** UKETOME_DATA of one's own, on disk, with a stopped database in `postgres/`. */
  readonly folder: string
  readonly company: Company
  readonly wasKept: boolean
  readonly drop: () => Promise<void>
}

/** A company with `rows` complaints. The first time it is made and kept, later a copy of what was kept is given. */
export async function loadedFolder({ rows, fresh, keep }: Loading): Promise<LoadedFolder> {
  const cache = resolve(keep ?? join(root, 'node_modules/.cache/bench'))
  await clearAway(cache)
  const kept = join(cache, `desk-${rows}-${fingerprint()}`)
  const told = join(kept, 'told.json')
  if (fresh) await rm(kept, { recursive: true, force: true })
  const wasKept = await readFile(told).then(
    () => true,
    () => false,
  )
  if (!wasKept) await make(rows, cache, kept)
  const folder = await workFolder(cache)
  // Where the file system can, the copy takes no room until it is written to. Synced, so that nobody measures that.
  execFileSync('cp', ['-a', '--reflink=auto', `${kept}/.`, folder])
  execFileSync('sync', ['-f', folder])
  const drop = () => rm(folder, { recursive: true, force: true })
  return { folder, wasKept, drop, ...JSON.parse(await readFile(told, 'utf8')) }
}

/** The database of a loaded folder, running, and a connection to it. */
export async function openedFolder(open: AsyncDisposableStack, loading: Loading) {
  const loaded = await loadedFolder(loading)
  open.defer(loaded.drop)
  const postgres = await startPostgres({ folder: join(loaded.folder, 'postgres') })
  open.defer(() => postgres.stop())
  const database = new Client({ connectionString: postgres.url })
  await database.connect()
  open.defer(() => database.end())
  return { ...loaded, url: postgres.url, database }
}

async function make(rows: number, cache: string, kept: string): Promise<void> {
  const folder = await workFolder(cache)
  const postgres = await startPostgres({ folder: join(folder, 'postgres') })
  try {
    const company = await found({ UKETOME_DATA: folder, DATABASE_URL: postgres.url }, rows)
    const loaded = await load(postgres.url, company)
    await writeFile(join(folder, 'told.json'), JSON.stringify({ company, ...loaded }))
  } finally {
    await postgres.stop()
  }
  const others = (await readdir(cache)).filter((name) => name.startsWith(`desk-${rows}-`))
  for (const name of others) await rm(join(cache, name), { recursive: true, force: true })
  await rename(folder, kept)
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

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = deciding.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted()
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Carries the number of this process, so that those of killed ones are found. */
async function workFolder(cache: string): Promise<string> {
  return mkdtemp(join(cache, `run-${process.pid}-`))
}

async function clearAway(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  for (const name of await readdir(cache)) {
    const owner = /^run-(\d+)-/.exec(name)?.[1]
    if (!owner || isAlive(Number(owner))) continue
    const left = await findPostmaster(join(cache, name, 'postgres/cluster'))
    if (left?.ours) tell(left.pid, 'SIGQUIT')
    await rm(join(cache, name), { recursive: true, force: true, maxRetries: 5 })
  }
}
