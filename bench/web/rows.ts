import { share } from '../measure.ts'
import type { Screen } from './screen.ts'

/** A line of the table. `n`: how many times it was done; `p50` and `p99` in milliseconds. */
export type Line = {
  readonly row: string
  readonly n: number
  readonly p50: number
  readonly p99: number
} & Readonly<Record<string, number | string>>

/** What browsers tell of no interaction below. */
const least = 16

/** INP of `n` interactions. */
export async function inp(row: string, screen: Screen, n: number): Promise<Line> {
  return { ...spread(row, await interactions(screen, n)), requests: screen.asked() }
}

/** Milliseconds of each of `n`. */
export async function interactions(screen: Screen, n: number): Promise<number[]> {
  const told = await screen.interactions()
  return [...told, ...Array.from({ length: Math.max(0, n - told.length) }, () => least)]
}

export function spread(row: string, times: readonly number[]): Line {
  return { row, n: times.length, p50: share(times, 0.5), p99: share(times, 0.99) }
}
