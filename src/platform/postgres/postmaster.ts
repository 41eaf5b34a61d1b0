import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { hasCode } from './problems.ts'

/** What PostgreSQL writes about itself into postmaster.pid, line by line while it starts. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
  /** Its command line names this cluster, so it may be told to stop. */
  readonly ours: boolean
}

const run = promisify(execFile)

export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = join(cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!pid) return undefined
  const command = await commandOf(pid)
  if (!/^[^\0\s]*\bpostgres(\.exe)?([\0\s]|$)/.test(command)) {
    // After a crash of the machine the number may be somebody else's; PostgreSQL would then never start.
    if (isAlive(pid)) await rm(file, { force: true })
    return undefined
  }
  const ready = lines[7]?.trim() === 'ready'
  return { pid, port: Number(lines[3] ?? 0), ready, ours: command.includes(cluster) }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

export function tell(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}

/** True when it is gone in time. */
export async function untilGone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (await commandOf(pid)) {
    if (performance.now() > deadline) return false
    await sleep(10)
  }
  return true
}

/** Empty when there is no such process, or only its zombie. */
async function commandOf(pid: number): Promise<string> {
  if (!isAlive(pid)) return ''
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(async () => {
    const listed = await run('ps', ['-p', String(pid), '-o', 'args=']).catch(() => ({ stdout: '' }))
    return listed.stdout
  })
}
