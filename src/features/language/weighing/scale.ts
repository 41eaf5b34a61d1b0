import { RunTree } from './run-tree.ts'
import { longestRun } from './runs.ts'

/** Node and every browser have it; neither's own types are known here. */
declare function atob(base64: string): string

/** What `npm run learn` writes. */
export type Learnt = {
  /** Of the sentences it was learnt from. */
  readonly digest: string
  /** All runs in order, each as a letter for what it shares with the one before, and the rest of it. Every run's beginning is one, too. */
  readonly runs: string
  /** One letter per run: how rarely it is said. */
  readonly rarities: string
  readonly codes: Readonly<Record<string, LearntCode>>
}

type LearntCode = {
  readonly bias: number
  /** What one step of a weight is worth. */
  readonly unit: number
  /** Base64 of one byte per run that is not passed over: how many were, 255 and more in several. */
  readonly gaps: string
  /** Base64 of one byte per weight, 128 standing for nothing. */
  readonly values: string
}

/**
 * What was learnt, as it is looked up: run r weighs `steps[i]` times the code's unit for code
 * number `codes[i]`, i from `from[r]` to `from[r + 1]`. Runs are numbered from 1. Kept small: it is read all the time.
 */
export type Scale = {
  readonly tree: RunTree
  readonly lengths: Uint8Array
  readonly rarity: Float64Array
  readonly from: Uint32Array
  readonly codes: Uint8Array
  readonly steps: Int8Array
  readonly units: Float64Array
  readonly biases: Float64Array
  /** A number for each run, 0 before and after use: a map is far slower. */
  readonly near: Uint32Array
}

export function unpacked(learnt: Learnt, names: readonly string[]): Scale {
  const codes = names.map((name) => {
    const code = learnt.codes[name]
    if (!code) throw new Error(`Nothing was learnt about ${name}: npm run learn`)
    return code
  })
  const count = learnt.rarities.length
  const rarity = Float64Array.from(`(${learnt.rarities}`, rarityOf)
  const biases = Float64Array.from(codes, ({ bias }) => bias)
  const units = Float64Array.from(codes, ({ unit }) => unit)
  const near = new Uint32Array(count + 1)
  return { ...treeOf(learnt.runs, count), rarity, biases, units, near, ...byRun(codes, count) }
}

const firstLetter = 40
const rarityStep = 6
/** How rarely a run is said (1 and more, no unit) in one letter, and back. */
export const rarityLetter = (rarity: number) =>
  String.fromCharCode(firstLetter + Math.round(rarity * rarityStep))
export const rarityOf = (letter: string) => (letter.charCodeAt(0) - firstLetter) / rarityStep

const shapes = 'abcdefghi'
/** In front of the rest of a run: how many letters it shares with the one before (0 to 2), how many it has. */
export const shapeLetter = (shared: number, length: number) =>
  shapes[shared * longestRun + length - 1] ?? ''

function treeOf(packed: string, count: number): Pick<Scale, 'tree' | 'lengths'> {
  const tree = new RunTree(count)
  const lengths = new Uint8Array(count + 1)
  const path = [0, 0, 0, 0]
  for (let at = 0; at < packed.length;) {
    const shape = packed.charCodeAt(at++) - shapes.charCodeAt(0)
    const length = (shape % longestRun) + 1
    for (let depth = Math.floor(shape / longestRun); depth < length; depth += 1)
      path[depth + 1] = tree.add(path[depth]!, packed.charCodeAt(at++))
    lengths[tree.size] = length
  }
  return { tree, lengths }
}

function byRun(
  learnt: readonly LearntCode[],
  count: number,
): Pick<Scale, 'from' | 'codes' | 'steps'> {
  const from = new Uint32Array(count + 2)
  for (const code of learnt)
    eachStep(code, (run) => {
      from[run + 1]! += 1
    })
  for (let run = 0; run <= count; run += 1) from[run + 1]! += from[run]!
  const next = from.slice()
  const codes = new Uint8Array(from[count + 1]!)
  const steps = new Int8Array(from[count + 1]!)
  for (const [number, code] of learnt.entries())
    eachStep(code, (run, step) => {
      const at = next[run]!++
      codes[at] = number
      steps[at] = step
    })
  return { from, codes, steps }
}

function eachStep(code: LearntCode, take: (run: number, step: number) => void): void {
  const gaps = atob(code.gaps)
  const values = atob(code.values)
  let run = 0
  let gap = 0
  for (let at = 0; at < values.length; at += 1) {
    while (gaps.charCodeAt(gap) === 255) {
      run += 255
      gap += 1
    }
    run += gaps.charCodeAt(gap) + 1
    gap += 1
    take(run, values.charCodeAt(at) - 128)
  }
}
