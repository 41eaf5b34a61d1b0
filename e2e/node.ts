import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#test/free-port.ts'
import { buildServer, nodeFlags } from '../scripts/server.js'

/** One running Uketome, as `npm start` runs it. */
export type UketomeNode = {
  readonly url: string
  readonly pid: number
  /** All it has said so far. */
  readonly logs: () => string
  /** SIGTERM; fails when it does not end by itself, or not with 0. */
  readonly stop: () => Promise<void>
  /** kill -9. */
  readonly kill: () => Promise<void>
}

type Settings = {
  readonly UKETOME_DATA: string
  readonly DATABASE_URL?: string
  readonly PORT?: string
  readonly UKETOME_SECRET?: string
  readonly NODE_OPTIONS?: string
}

const house = join(import.meta.dirname, '..')
const codeCache = join(house, 'node_modules', '.cache', 'code')

let built: Promise<string> | undefined

/** Another version is put into a folder of its own, and runs from its sources. */
type Door = {
  readonly folder?: string
  readonly isFromSources?: boolean
  /** Of `serve`. */
  readonly flags?: readonly string[]
}

const asOnTrial = ['--demo-when-empty']

/** Resolves when it answers; fails with what it said when it ends before. */
export async function startNode(
  settings: Settings,
  { folder = house, isFromSources = folder !== house, flags = asOnTrial }: Door = {},
): Promise<UketomeNode> {
  const port = settings.PORT ?? String(await freePort())
  const server = isFromSources ? 'src/app/cli.ts' : await (built ??= buildServer())
  const child = spawn(process.execPath, [...nodeFlags, server, 'serve', ...flags], {
    cwd: folder,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: codeCache, ...settings, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  }
  const logs = () => said.join('')
  const url = `http://localhost:${port}`
  const ended = once(child, 'close')
  const early = ended.then(([code]) => {
    throw new Error(`The server ended with ${code}:\n${logs()}`)
  })
  await Promise.race([untilHealthy(url, logs), early])
  early.catch(() => {}) // from now on it may end
  return {
    url,
    pid: child.pid ?? 0,
    logs,
    stop: async () => {
      child.kill('SIGTERM')
      const [code, signal] = await Promise.race([ended, sleep(15_000, ['still running', ''])])
      if (code === 0) return
      child.kill('SIGKILL')
      throw new Error(`The server did not stop cleanly (${code ?? signal}):\n${logs()}`)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function untilHealthy(url: string, logs: () => string): Promise<void> {
  const deadline = performance.now() + 90_000
  while (performance.now() < deadline) {
    // Only after it has named its address: on a port that is taken somebody else would answer.
    const answer = logs().includes(url)
      ? await fetch(`${url}/api/health`).catch(() => undefined)
      : undefined
    if (answer?.status === 200) return
    await sleep(50)
  }
  throw new Error(`The server never answered at ${url}/api/health:\n${logs()}`)
}
