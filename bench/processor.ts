import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

type Running = { readonly pid: number; readonly parent: number; readonly args: string }

/** Processor seconds so far, user and system: the server, its database, and whoever measures them. */
export type Spent = { readonly server: number; readonly database: number; readonly bench: number }

/** Of what this process has started. */
export function spent(): Spent {
  const { server, database } = processesOf()
  const sum = (pids: readonly number[]) => pids.reduce((all, pid) => all + secondsOf(pid), 0)
  const { user, system } = process.cpuUsage()
  return { server: sum(server), database: sum(database), bench: (user + system) / 1e6 }
}

/** Which processes these are. */
export function processesOf(): { server: number[]; database: number[] } {
  const ours = descendants(running(), process.pid)
  const pids = (is: RegExp) => ours.filter(({ args }) => is.test(args)).map(({ pid }) => pid)
  return {
    server: pids(/(?:src\/app\/cli\.ts|dist\/server\/cli\.js) (?:serve|worker)\b/),
    database: pids(/^(?:\S*\/)?postgres\b/),
  }
}

/** In cores (1 is one core busy all the time), and for each of what was done: that holds on a busy machine too. */
export function printSpent(before: Spent, seconds: number, done: number): void {
  const now = spent()
  const told = (['server', 'database', 'bench'] as const).map((of) => {
    const used = now[of] - before[of]
    return `${of} ${(used / seconds).toFixed(2)} (${((used * 1000) / done).toFixed(1)} ms each)`
  })
  console.log(`processor, in cores over ${seconds.toFixed(0)} s: ${told.join(', ')}`)
}

function running(): Running[] {
  const told = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return told.split('\n').flatMap((line) => {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    if (pid === undefined) return []
    return [{ pid: Number(pid), parent: Number(parent), args }]
  })
}

function descendants(all: readonly Running[], of: number): Running[] {
  const children = all.filter(({ parent }) => parent === of)
  return children.flatMap((child) => [child, ...descendants(all, child.pid)])
}

/**
 * proc_pid_stat(5): user and system time in ticks of 10 ms, with that of children that have ended (a backend, a vacuum);
 * ps itself counts whole seconds, too coarse for a backend.
 */
export function secondsOf(pid: number): number {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[A-Z] )/)
    const fields = after.split(' ')
    return fields.slice(11, 15).reduce((ticks, field) => ticks + Number(field), 0) / 100
  } catch {
    return 0 // it has ended meanwhile
  }
}
