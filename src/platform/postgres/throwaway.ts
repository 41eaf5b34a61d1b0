import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostmaster, isAlive, tell } from './postmaster.ts'

const prefix = 'uketome-throwaway-'

/** A tmp folder that carries the number of this process, after clearing away those of killed ones. */
export async function throwawayFolder(): Promise<string> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix))
  for (const name of names) {
    const owner = Number(name.slice(prefix.length).split('-')[0])
    if (!isAlive(owner)) await clearAway(join(tmpdir(), name)).catch(() => {}) // another user's
  }
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
}

/** Also when the process ends without asking; returns how to take that back. */
export function dropOnExit(folder: string, pid: number): () => void {
  const drop = () => {
    tell(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', drop)
  return () => process.off('exit', drop)
}

async function clearAway(folder: string): Promise<void> {
  const left = await findPostmaster(join(folder, 'cluster'))
  if (left?.ours) tell(left.pid, 'SIGQUIT')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
