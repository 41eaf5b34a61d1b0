import { type ChildProcess } from 'node:child_process'
import { open, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, spawnAs } from './account.ts'
import { socketsIn, type Places } from './cluster.ts'
import { findPostmaster } from './postmaster.ts'
import { explain } from './problems.ts'
import { cacheFor, settings } from './settings.ts'

export type Launch = 'ready' | 'somebody-else-did' | 'port-taken'

/** Starts the server on the port of last time, or a free one, and waits until it takes connections. */
export async function launch(
  places: Places,
  account: Account,
  durable: boolean,
  onSlow: () => void,
): Promise<Launch> {
  const port = await choosePort(places)
  const log = await openLog(places)
  const cache = cacheFor(await sizeOf(join(places.cluster, 'base')), totalmem())
  const command = ['-D', places.cluster, ...settings(port, durable, socketsIn(places), cache)]
  const stdio = ['ignore', log.handle.fd, log.handle.fd] as const
  const child = spawnAs(account, account.binaries.postgres, command, [...stdio])
  child.unref()
  const outcome = await outcomeOf(child, places, onSlow)
  await log.handle.close()
  if (outcome === 'ready') {
    await writeFile(places.port, String(port))
    return 'ready'
  }
  const said = `${outcome}\n${(await readFile(places.logFile)).subarray(log.size).toString()}`
  if (/lock file .* already exists|is another postmaster/.test(said)) return 'somebody-else-did'
  // Somebody else has made the file a moment ago and not written into it yet. One that stays so was left by a crash.
  if (/lock file .* is empty/.test(said) && (await isJustMade(places))) return 'somebody-else-did'
  const why = explain(said, places.folder, places.logFile)
  if (why.code === 'port-taken') return 'port-taken'
  throw why
}

async function isJustMade({ cluster }: Places): Promise<boolean> {
  const made = await stat(join(cluster, 'postmaster.pid')).catch(() => undefined)
  return made === undefined || Date.now() - made.mtimeMs < 3000
}

/** Bytes of all files below a folder; what cannot be read counts nothing. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const sizes = files.map(({ parentPath, name }) =>
    stat(join(parentPath, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((all, each) => all + each, 0)
}

/** 'ready', or what the operating system said when it ended instead. */
async function outcomeOf(child: ChildProcess, places: Places, onSlow: () => void): Promise<string> {
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended = `exit ${code ?? signal}`))
  const slowAt = performance.now() + 3000
  let slow = false
  while (ended === undefined) {
    const found = await findPostmaster(places.cluster)
    if (found?.ready && found.pid === child.pid) return 'ready'
    if (!slow && performance.now() > slowAt) {
      slow = true
      onSlow()
    }
    await sleep(10)
  }
  return ended
}

// A file and not a pipe: PostgreSQL may outlive us, and must still have somewhere to write.
async function openLog({ logFile }: Places) {
  const before = await stat(logFile).catch(() => undefined)
  if (before && before.size > 5_000_000) await rename(logFile, `${logFile}.1`)
  const handle = await open(logFile, 'a', 0o600)
  return { handle, size: (await handle.stat()).size }
}

async function choosePort(places: Places): Promise<number> {
  const last = Number(await readFile(places.port, 'utf8').catch(() => '0'))
  return (await freePort(last)) ?? (await freePort(0)) ?? 0
}

/** The port itself when it is free (0: any free one), else nothing. */
function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ host: '127.0.0.1', port: wanted || 0, exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}
