import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNode } from '../../e2e/node.ts'
import { buildServer, nodeFlags } from '../../scripts/server.js'
import { installedPostgres, startOther } from '../../test/other-postgres.ts'
import { databaseOn, onServer } from '../../test/on-server.ts'
import { giveShare } from './share.ts'

const secret = randomBytes(32).toString('hex')

/** What ends with the bench. */
type Ends = Pick<AsyncDisposableStack, 'defer'>

export type Settings = {
  readonly UKETOME_DATA: string
  readonly DATABASE_URL: string
  readonly UKETOME_SECRET: string
}

/** An empty database of the bench alone: at `url`, or else on the PostgreSQL of that version that is installed here. */
export async function emptyDatabase(url: string, version: number, open: Ends): Promise<string> {
  const server = url === '' ? await startVersion(version, open) : url
  const name = `uketome_bench_${process.pid}`
  await onServer(server, `create database ${name}`)
  open.defer(() => onServer(server, `drop database ${name} with (force)`))
  return databaseOn(server, name)
}

/** On disk, and synced: what is acknowledged survives a power cut. */
async function startVersion(version: number, open: Ends): Promise<string> {
  const binaries = (await installedPostgres()).get(version)
  if (!binaries)
    throw new Error(`PostgreSQL ${version} is not installed here; give a server by --url`)
  const server = await startOther(binaries, true)
  open.defer(() => server.stop())
  return server.url
}

/** Of a machine of its own: nothing is shared but the database and the secret. */
export async function settingsFor(databaseUrl: string, open: Ends): Promise<Settings> {
  const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
  open.defer(() => rm(folder, { recursive: true, force: true }))
  return { UKETOME_DATA: folder, DATABASE_URL: databaseUrl, UKETOME_SECRET: secret }
}

export type Node = {
  readonly hasWorkers: boolean
  /** Of one core; 0: as much as there is. */
  readonly share: number
}

/** Answers its address. */
export async function addNode(databaseUrl: string, open: Ends, { hasWorkers, share }: Node) {
  const flags = hasWorkers ? ['--no-worker'] : []
  const node = await startNode(await settingsFor(databaseUrl, open), { flags })
  const group = share === 0 ? undefined : giveShare(node.pid, share)
  open.defer(async () => {
    await node.stop()
    group?.release()
  })
  return node.url
}

/** `uketome worker`, once it has begun. */
export async function addWorker(databaseUrl: string, open: Ends): Promise<void> {
  const settings = await settingsFor(databaseUrl, open)
  const child = spawn(process.execPath, [...nodeFlags, await buildServer(), 'worker'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  await once(child.stderr, 'data')
  child.stderr.resume()
  open.defer(async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  })
}
