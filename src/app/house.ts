import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openPool } from '#platform/db/pool.ts'
import { openReplica } from '#platform/db/replica.ts'
import { openBucket } from '#platform/file-stores/bucket.ts'
import { openFolder } from '#platform/file-stores/folder.ts'
import { insideFrom } from '#platform/http/addresses.ts'
import { openOutgoing } from '#platform/http/outgoing.ts'
import { systemIds } from '#platform/ids.ts'
import type { Log } from '#platform/log.ts'
import type { Ports } from '#platform/ports.ts'
import { openPush } from '#platform/push.ts'
import { openSignIn, type SignIn } from '#platform/sign-in/sign-in.ts'
import { openSigner } from '#platform/signing.ts'
import { openVault } from '#platform/vault.ts'
import { giveBackNumbers } from '#features/complaints/door.ts'
import type { Configuration } from './configuration.ts'
import { untilTold } from '#platform/realtime/notices.ts'
import { objection, reactsTo, sealApart } from './wiring.ts'

export type OpenHouse = {
  readonly ports: Ports
  readonly signIn: SignIn
  readonly pool: ReturnType<typeof openPool>
  readonly databaseUrl: string
  close(): Promise<void>
}

/** Opens everything that lies below the rooms: the data folder, PostgreSQL, the migrated schema, keys. */
export async function openHouse(
  configuration: Configuration,
  log: Log,
  progress: (line: string) => void = () => undefined,
): Promise<OpenHouse> {
  const { dataFolder } = configuration
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await using opening = new AsyncDisposableStack()
  const databaseUrl = configuration.databaseUrl ?? (await embedded(dataFolder, opening, progress))
  progress('データベースを整えています')
  await migrate(databaseUrl, log)
  const pool = openPool(databaseUrl, log)
  opening.defer(() => pool.end())
  const signer = await openSigner(dataFolder)
  const secret = configuration.secret ?? (await keptSecret(dataFolder))
  const contact = `mailto:postmaster@${new URL(baseUrl(configuration)).hostname}`
  const push = openPush(secret, contact, configuration.pushOrigins)
  const outgoing = openOutgoing(insideFrom(configuration.webhooksInside ?? ''))
  const vault = openVault(secret)
  const files = filesOf(configuration)
  const db = openDatabase(pool)
  opening.defer(() => untilTold(db))
  opening.defer(() => giveBackNumbers(db))
  const replica = replicaOf(configuration, db, log)
  opening.defer(() => replica?.close())
  const ports = openPorts({ db, replica, log, signer, vault, push, outgoing, files })
  const signIn = openSignIn({ pool, secret, baseUrl: baseUrl(configuration) })
  const opened = opening.move()
  return { ports, signIn, pool, databaseUrl, close: () => opened.disposeAsync() }
}

async function embedded(
  dataFolder: string,
  opening: AsyncDisposableStack,
  progress: (line: string) => void,
): Promise<string> {
  const { startPostgres } = await import('#platform/postgres/start.ts')
  const server = await startPostgres({ folder: join(dataFolder, 'postgres'), log: progress })
  opening.defer(() => server.stop())
  return server.url
}

function openPorts(
  own: Pick<Ports, 'db' | 'replica' | 'log' | 'signer' | 'vault' | 'push' | 'outgoing' | 'files'>,
): Ports {
  return {
    ...own,
    clock: systemClock,
    ids: systemIds,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    reactsTo,
    objection,
    sealApart,
  }
}

function replicaOf({ replicaUrl: url }: Configuration, primary: Database, log: Log) {
  return url === undefined ? null : openReplica({ url, primary, log })
}

function filesOf({ files }: Configuration): Ports['files'] {
  if (files === undefined) return null
  return typeof files === 'string' ? openFolder(files) : openBucket(files)
}

function baseUrl({ publicUrl, port }: Configuration): string {
  return publicUrl ?? `http://localhost:${port}`
}

async function keptSecret(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'session.secret')
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return (await readFile(file, 'utf8')).trim()
}
