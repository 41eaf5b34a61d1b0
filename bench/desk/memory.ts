import { readFileSync } from 'node:fs'
import { processesOf } from '../processor.ts'

/** MiB as PSS: what is shared is counted once, a part to each who shares it. */
export function memoryNow(): { server: number; database: number } {
  const { server, database } = processesOf()
  return { server: pssOf(server), database: pssOf(database) }
}

function pssOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    try {
      const told = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
      return Number(/^Pss:\s+(\d+) kB/m.exec(told)?.[1] ?? 0)
    } catch {
      return 0 // it has ended meanwhile
    }
  })
  return Math.round(kilobytes.reduce((all, each) => all + each, 0) / 1024)
}
