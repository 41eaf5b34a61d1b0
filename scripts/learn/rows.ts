import { edged, longestRun, timesSaid } from '#features/language/weighing/runs.ts'
import { rarityLetter, rarityOf } from '#features/language/weighing/scale.ts'
import type { Rows } from './separate.ts'

export type Runs = { readonly names: readonly string[]; readonly rarity: Float64Array }

/** How many times each run stands in each text. */
export function countsOf(texts: readonly string[]): Map<string, number>[] {
  return texts.map((text) => {
    const counts = new Map<string, number>()
    for (const run of runsIn(edged(text))) counts.set(run, (counts.get(run) ?? 0) + 1)
    return counts
  })
}

function* runsIn(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += 1)
    for (let length = 1; length <= longestRun && start + length <= text.length; length += 1)
      yield text.slice(start, start + length)
}

/** The runs that stand in at least `least` of the texts, in order, and how rare they are: 1 in all of them. */
export function runsWorthKnowing(
  counts: readonly ReadonlyMap<string, number>[],
  least: number,
): Runs {
  const texts = new Map<string, number>()
  for (const each of counts)
    for (const run of each.keys()) texts.set(run, (texts.get(run) ?? 0) + 1)
  const names = [...texts.keys()]
    .filter(
      (run) => (texts.get(run) ?? 0) >= least && !/\p{Surrogate}|[\u{10000}-\u{10ffff}]/u.test(run),
    )
    .toSorted((a, b) => (a < b ? -1 : 1))
  const rarity = Float64Array.from(names, (run) => {
    const exact = Math.log((1 + counts.length) / (1 + (texts.get(run) ?? 0))) + 1
    return rarityOf(rarityLetter(exact))
  })
  return { names, rarity }
}

/** Every text as a row of length 1. */
export function rowsOf(
  counts: readonly ReadonlyMap<string, number>[],
  { names, rarity }: Runs,
): Rows {
  const index = new Map(names.map((name, at) => [name, at]))
  const from = new Uint32Array(counts.length + 1)
  const runs: number[] = []
  const values: number[] = []
  for (const [text, said] of counts.entries()) {
    const begin = values.length
    let squares = 0
    for (const [name, times] of said) {
      const run = index.get(name)
      if (run === undefined) continue
      const value = timesSaid(times) * (rarity[run] ?? 0)
      squares += value * value
      runs.push(run)
      values.push(value)
    }
    const length = Math.sqrt(squares) || 1
    for (let i = begin; i < values.length; i += 1) values[i]! /= length
    from[text + 1] = values.length
  }
  return { from, runs: Uint32Array.from(runs), values: Float64Array.from(values) }
}
