import { randomBytes } from 'node:crypto'
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Account, spawnAs } from './account.ts'
import { majorVersion } from './binaries.ts'
import { explain, explainError, hasCode, problems } from './problems.ts'

/**
 * One data folder: `cluster/` is PostgreSQL's own, `cluster/uketome-password` the superuser's password
 * (0600), `port` the port of last time, `server.log` what PostgreSQL says.
 */
export type Places = {
  readonly folder: string
  readonly cluster: string
  readonly password: string
  readonly port: string
  readonly logFile: string
}

export const superuser = 'uketome'
const passwordName = 'uketome-password'

export function placesIn(folder: string): Places {
  const cluster = join(folder, 'cluster')
  return {
    folder,
    cluster,
    password: join(cluster, passwordName),
    port: join(folder, 'port'),
    logFile: join(folder, 'server.log'),
  }
}

/** sun_path: 108 bytes with its end, less the name of the socket. */
const longestFolder = 90

/**
 * Where its socket lies: beside the data, where only its owner comes. A way through it costs two thirds of one through the
 * network's layers. Empty when the operating system bears no path as long as this.
 */
export function socketsIn({ cluster }: Places): string {
  return Buffer.byteLength(cluster) <= longestFolder ? cluster : ''
}

/** The server that runs was perhaps started by a version that opened none. */
export async function hasSocket(places: Places, port: number): Promise<boolean> {
  const found = await stat(join(places.cluster, `.s.PGSQL.${port}`)).catch(() => undefined)
  return socketsIn(places) !== '' && found?.isSocket() === true
}

export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const probe = await mkdtemp(join(folder, '.probe-'))
    await rm(probe, { recursive: true })
  } catch (error) {
    const owner = await ownerOf(folder)
    const isForeign = owner !== undefined && owner !== process.getuid?.()
    if (isForeign && hasCode(error, 'EACCES')) throw problems.foreignOwner(folder, owner)
    throw explainError(error, folder)
  }
}

async function ownerOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.uid
}

export async function readPassword({ password }: Places): Promise<string> {
  const text = await readFile(password, 'utf8').catch(() => '')
  if (!text) throw problems.passwordLost(password)
  return text
}

/**
 * Makes the cluster beside its place and renames it there, so that a crash leaves no half cluster and
 * the slower of two starters finds the other's.
 */
export async function makeClusterOnce(
  places: Places,
  account: Account,
  durable: boolean,
  onFirst: () => void,
): Promise<void> {
  if (await hasCluster(places)) return
  onFirst()
  const work = await mkdtemp(join(places.folder, 'new-cluster-'))
  try {
    await rename(await makeCluster(places, work, account, durable), places.cluster)
  } catch (error) {
    if (!(await hasCluster(places))) throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function hasCluster({ cluster, folder }: Places): Promise<boolean> {
  const found = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (found === undefined) return false
  if (found.trim() !== majorVersion) throw problems.wrongVersion(folder, found.trim(), majorVersion)
  return true
}

async function makeCluster(places: Places, work: string, account: Account, durable: boolean) {
  const { uid, gid } = account.owner ?? { uid: -1, gid: -1 }
  const fresh = join(work, 'cluster')
  const password = join(work, passwordName)
  await mkdir(fresh, { mode: 0o700 })
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  for (const path of [work, fresh, password]) await chown(path, uid, gid)
  const flags = [...initdbFlags, ...(durable ? [] : ['--no-sync'])]
  const command = [...flags, `--pwfile=${password}`, '-D', fresh]
  const initdb = spawnAs(account, account.binaries.initdb, command, ['ignore', 'pipe', 'pipe'])
  const ended = new Promise<number>((resolve, reject) => {
    initdb.once('error', reject)
    initdb.once('exit', (code) => resolve(code ?? 1))
  })
  const [code, said, complained] = await Promise.all([
    ended,
    initdb.stdout ? text(initdb.stdout) : '',
    initdb.stderr ? text(initdb.stderr) : '',
  ])
  if (code !== 0) throw explain(`${said}\n${complained}`, places.folder, places.logFile)
  await rename(password, join(fresh, passwordName))
  return fresh
}

// The builtin provider sorts the same on every machine; LC_CTYPE=C would make pg_trgm blind to Japanese.
const initdbFlags = [
  '--encoding=UTF8',
  `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--username=${superuser}`,
  '--auth=scram-sha-256',
]
