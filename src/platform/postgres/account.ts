import { type ChildProcess, execFile, spawn, type StdioOptions } from 'node:child_process'
import { cp, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, binariesBelow, majorVersion } from './binaries.ts'
import { problems } from './problems.ts'

/** Who PostgreSQL runs as, and with which binaries. */
export type Account = {
  readonly name: string
  readonly binaries: Binaries
  /** Whom the files must belong to; whoever makes them when absent. */
  readonly owner?: Owner
  /** For spawn(). */
  readonly identity: { readonly uid?: number; readonly gid?: number }
  /** Words in front of the command (unshare …). */
  readonly prefix: readonly string[]
}

type Owner = { readonly uid: number; readonly gid: number }
type Way = {
  readonly name: string
  readonly owner: Owner
  readonly how: 'namespace' | 'spawn' | 'copy' | 'pass'
}

const run = promisify(execFile)
const root: Owner = { uid: 0, gid: 0 }
const nobody: Owner = { uid: 65534, gid: 65534 }
// In a user namespace of its own root looks like "nobody" to PostgreSQL, and still passes its 0700 home.
const unshare = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/**
 * PostgreSQL refuses to be root, so a start by root looks for somebody else: the owner of the data if it
 * has one already, else a user namespace, the owner of the folder above, nobody. `folder` must exist and
 * belongs to the account afterwards.
 */
export async function findAccount(
  folder: string,
  binaries: Binaries,
  ways = waysAroundRoot,
): Promise<Account> {
  if (process.getuid?.() !== 0) return { name: 'you', binaries, identity: {}, prefix: [] }
  const tried: string[] = []
  for (const way of await ways(folder)) {
    try {
      return await prove(way, folder, binaries)
    } catch (error) {
      tried.push(`- ${way.name}: ${firstLine(error)}`)
    }
  }
  throw problems.noAccount(tried.join('\n'))
}

/** Spawns as that account, in its own session: Ctrl-C in the terminal is for us to pass on, in order. */
export function spawnAs(
  account: Account,
  command: string,
  args: readonly string[],
  stdio: StdioOptions,
): ChildProcess {
  const [file = command, ...rest] = [...account.prefix, command, ...args]
  // Neither the user's locale nor libpq settings may change what PostgreSQL does.
  const env = { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C.UTF-8' }
  return spawn(file, rest, { stdio, cwd: '/', detached: true, env, ...account.identity })
}

export async function waysAroundRoot(folder: string): Promise<Way[]> {
  const owner = await stat(folder)
  const above = await stat(dirname(folder))
  if (owner.uid !== 0) return asUser(owner)
  const namespace: Way = { name: 'user namespace (unshare)', owner: root, how: 'namespace' }
  return [namespace, ...(above.uid === 0 ? [] : asUser(above)), ...asUser(nobody)]
}

/**
 * As that user with the binaries where they are; if those cannot be reached, with a copy; if not even the
 * data can, with the one capability that lets it pass (a container without namespaces, below a 0700 home).
 */
export function asUser({ uid, gid }: Owner): Way[] {
  const owner = { uid, gid }
  return [
    { name: `uid ${uid}`, owner, how: 'spawn' },
    { name: `uid ${uid}, binaries copied`, owner, how: 'copy' },
    { name: `uid ${uid}, let through (setpriv)`, owner, how: 'pass' },
  ]
}

async function prove(way: Way, folder: string, original: Binaries): Promise<Account> {
  await giveTo(way.owner, folder)
  const binaries = way.how === 'copy' ? await copyBinaries(original, folder, way.owner) : original
  const account = accountFor(way, binaries)
  const check =
    'test "$(id -u)" != 0 && rmdir "$(mktemp -d "$1/.probe-XXXXXX")" && exec "$2" --version'
  const command = [...account.prefix, 'sh', '-c', check, 'sh', folder, binaries.postgres]
  await run(command[0] ?? 'sh', command.slice(1), { cwd: '/', ...account.identity })
  return account
}

function accountFor({ name, how, owner }: Way, binaries: Binaries): Account {
  if (how === 'namespace') return { name, binaries, identity: {}, prefix: unshare }
  if (how !== 'pass') return { name, binaries, owner, identity: owner, prefix: [] }
  const user = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const prefix = ['setpriv', ...user, ...capability, '--']
  return { name, binaries, owner, identity: {}, prefix }
}

async function giveTo({ uid, gid }: Owner, folder: string): Promise<void> {
  const now = await stat(folder)
  if (now.uid !== uid) await run('chown', ['-R', `${uid}:${gid}`, folder])
}

// The data folder is the one place the account is sure to reach, and nobody else can have prepared it.
async function copyBinaries(from: Binaries, folder: string, owner: Owner): Promise<Binaries> {
  await run('test', ['-w', folder], { cwd: '/', ...owner })
  const native = join(folder, `binaries-${majorVersion}`)
  await cp(from.native, native, { recursive: true, verbatimSymlinks: true })
  return binariesBelow(native)
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const lines = text.split('\n').filter((line) => line && !line.startsWith('Command failed'))
  return lines[0] ?? text.slice(0, 200)
}
