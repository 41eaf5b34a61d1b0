import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, findAccount, spawnAs } from '#platform/postgres/account.ts'
import { type Binaries, binariesBelow, findBinaries } from '#platform/postgres/binaries.ts'
import { type Places, placesIn, superuser } from '#platform/postgres/cluster.ts'
import { findPostmaster, tell, untilGone } from '#platform/postgres/postmaster.ts'
import { launch } from '#platform/postgres/server.ts'
import { dropOnExit, throwawayFolder } from '#platform/postgres/throwaway.ts'

/** A PostgreSQL that somebody else has installed: one that a company brings by DATABASE_URL. */
export type OtherPostgres = {
  /** As the superuser, on a database of no tables. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const run = promisify(execFile)
const password = 'measured-and-gone'

/** What can be started on this machine, by major version: those of Debian and its kin, and the one in node_modules. */
export async function installedPostgres(): Promise<ReadonlyMap<number, Binaries>> {
  const debian = '/usr/lib/postgresql'
  const versions = await readdir(debian).catch(() => [])
  const places = [...versions.map((each) => binariesBelow(join(debian, each))), findBinaries()]
  const found = await Promise.all(places.map(async (its) => [await majorOf(its), its] as const))
  return new Map(found.filter(([major]) => major > 0))
}

/** 0: it does not run here. */
async function majorOf({ postgres }: Binaries): Promise<number> {
  const { stdout } = await run(postgres, ['--version']).catch(() => ({ stdout: '' }))
  return Number(/\s(\d+)/.exec(stdout)?.[1] ?? 0)
}

/** In a folder of its own, gone afterwards; `durable: false` syncs nothing to disk. */
export async function startOther(binaries: Binaries, durable = false): Promise<OtherPostgres> {
  const places = placesIn(await throwawayFolder())
  const account = await findAccount(places.folder, binaries)
  await makeCluster(places, account)
  await launch(places, account, durable, () => undefined)
  const { pid = 0, port = 0 } = (await findPostmaster(places.cluster)) ?? {}
  const keep = dropOnExit(places.folder, pid)
  return {
    url: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      tell(pid, 'SIGINT')
      await untilGone(pid, 20_000)
      keep()
      await rm(places.folder, { recursive: true, force: true })
    },
  }
}

/** As a distribution makes it: sorted by the C library, with the words of this machine's UTF-8. */
async function makeCluster({ folder, cluster }: Places, account: Account): Promise<void> {
  const { uid, gid } = account.owner ?? { uid: -1, gid: -1 }
  const fresh = join(folder, 'fresh')
  const file = join(folder, 'password')
  await mkdir(fresh, { mode: 0o700 })
  await writeFile(file, password)
  await chmod(file, 0o600)
  for (const path of [fresh, file]) await chown(path, uid, gid)
  const its = ['--encoding=UTF8', '--locale=C.UTF-8', `--username=${superuser}`, '--no-sync']
  const command = [...its, '--auth=scram-sha-256', `--pwfile=${file}`, '-D', fresh]
  const initdb = spawnAs(account, account.binaries.initdb, command, ['ignore', 'ignore', 'inherit'])
  const [code] = await once(initdb, 'exit')
  if (code !== 0) throw new Error(`${account.binaries.initdb} ended with ${code}`)
  await rename(fresh, cluster)
}
