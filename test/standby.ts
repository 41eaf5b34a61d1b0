import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from './free-port.ts'
import { onServer } from './on-server.ts'
import { findAccount, spawnAs } from '#platform/postgres/account.ts'
import { findBinaries } from '#platform/postgres/binaries.ts'
import { settings } from '#platform/postgres/settings.ts'

export type Standby = {
  readonly url: string
  readonly start: () => Promise<void>
  /** kill -9, as when its machine is gone. */
  readonly kill: () => Promise<void>
  /** Receives, and takes in nothing until `go`. */
  readonly pause: () => Promise<void>
  readonly go: () => Promise<void>
  readonly promote: () => Promise<void>
  readonly drop: () => Promise<void>
}

/**
 * A streaming replica of the embedded server on `folder`, as a base backup makes one: its files are copied while it runs,
 * and it follows over the network from there.
 */
export async function makeStandby(folder: string, primaryUrl: string): Promise<Standby> {
  const home = await mkdtemp(join(tmpdir(), 'uketome-standby-'))
  const cluster = join(home, 'data', 'cluster')
  await copyRunning(join(folder, 'cluster'), cluster, primaryUrl)
  const account = await findAccount(join(home, 'data'), findBinaries())
  const port = await freePort()
  const url = urlAt(primaryUrl, port)
  let server: ChildProcess | undefined
  const kill = async () => {
    if (server) await killGroup(server)
    await rm(join(cluster, 'postmaster.pid'), { force: true })
  }
  return {
    url,
    async start() {
      const flags = ['-D', cluster, ...settings(port, true, '', 32)]
      server = spawnAs(account, account.binaries.postgres, flags, 'ignore')
      await untilItAnswers(url)
    },
    kill,
    pause: () => onServer(url, 'select pg_wal_replay_pause()'),
    go: () => onServer(url, 'select pg_wal_replay_resume()'),
    promote: () => onServer(url, 'select pg_promote()'),
    async drop() {
      await kill()
      await rm(home, { recursive: true, force: true })
    },
  }
}

// What runs there is not ours, and its write-ahead log comes over the network.
const leftOut = /\/(?:postmaster\.(?:pid|opts)|\.s\.PGSQL\..+|pg_wal\/[\dA-F]{24})$/

/** Over the network, whatever else the first is reached by. */
function urlAt(primaryUrl: string, port: number): string {
  const url = new URL(primaryUrl)
  url.port = String(port)
  url.search = ''
  return url.href
}

async function killGroup(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  process.kill(-(server.pid ?? 0), 'SIGKILL')
  await ended
}

async function copyRunning(from: string, to: string, primaryUrl: string): Promise<void> {
  const client = new Client({ connectionString: primaryUrl })
  await client.connect()
  try {
    await client.query(`select pg_backup_start('standby', true)`)
    await cp(from, to, { recursive: true, filter: (source) => !leftOut.test(source) })
    await chmod(to, 0o700)
    const { rows } = await client.query<{ label: string }>(
      'select labelfile as label from pg_backup_stop(false)',
    )
    await writeFile(join(to, 'backup_label'), rows[0]?.label ?? '')
  } finally {
    await client.end()
  }
  const { hostname, port, username, password } = new URL(primaryUrl)
  const whom = `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`
  await writeFile(join(to, 'postgresql.auto.conf'), `primary_conninfo = '${whom}'\n`)
  await writeFile(join(to, 'standby.signal'), '')
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const answered = await onServer(url, 'select 1').catch((error: unknown) => error)
    if (answered === undefined) return
    if (performance.now() > deadline) throw answered
    await sleep(50)
  }
}
