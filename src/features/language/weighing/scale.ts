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
 * What was learnt, as it is looked up: each entry of the tree says how rarely its run is said (in steps), and which of the weights
 * are its own. Kept small: it is read all the time.
 */
export type Scale = {
  readonly tree: RunTree
  readonly lengths: Uint8Array
  /** The number of a code, in the order of the codes, and what the run says for it: see `codeIn` and `stepsIn`. */
  readonly weights: Uint16Array
  /** What one step is worth, for each code. */
  readonly units: Float64Array
  readonly biases: Float64Array
  /** A number for each run, 0 before and after use: a map is far slower. */
  readonly near: Uint32Array
}

export const codeIn = (weight: number) => weight >>> 8
export const stepsIn = (weight: number) => (weight & 0xff) - 128

export function unpacked(learnt: Learnt, names: readonly string[]): Scale {
  const codes = names.map((name) => {
    const code = learnt.codes[name]
    if (!code) throw new Error(`Nothing was learnt about ${name}: npm run learn`)
    return code
  })
  const count = learnt.rarities.length
  const biases = Float64Array.from(codes, ({ bias }) => bias)
  const units = Float64Array.from(codes, ({ unit }) => unit)
  const { from, weights } = byRun(codes, count)
  const near = new Uint32Array(count + 1)
  return { ...treeOf(learnt, from), weights, biases, units, near }
}

const firstLetter = 40
const rarityStep = 6
/** How rarely a run is said (1 and more, no unit) in one letter, and back. */
export const rarityLetter = (rarity: number) =>
  String.fromCharCode(firstLetter + Math.round(rarity * rarityStep))
export const rarityOf = (letter: string) => rarityAfter(letter.charCodeAt(0) - firstLetter)
export const rarityAfter = (steps: number) => steps / rarityStep

const shapes = 'abcdefghi'
/** In front of the rest of a run: how many letters it shares with the one before (0 to 2), how many it has. */
export const shapeLetter = (shared: number, length: number) =>
  shapes[shared * longestRun + length - 1] ?? ''

function treeOf({ runs, rarities }: Learnt, from: Uint32Array): Pick<Scale, 'tree' | 'lengths'> {
  const tree = new RunTree(rarities.length)
  const lengths = new Uint8Array(rarities.length + 1)
  const path = [0, 0, 0, 0]
  for (let at = 0; at < runs.length;) {
    const shape = runs.charCodeAt(at++) - shapes.charCodeAt(0)
    const length = (shape % longestRun) + 1
    for (let depth = Math.floor(shape / longestRun); depth < length; depth += 1) {
      const run = tree.size + 1
      const rarity = rarities.charCodeAt(run - 1) - firstLetter
      const known = { rarity, from: from[run]!, count: from[run + 1]! - from[run]! }
      path[depth + 1] = tree.add(path[depth]!, runs.charCodeAt(at++), known)
    }
    lengths[tree.size] = length
  }
  return { tree, lengths }
}

/** The weights of run r stand from `from[r]` to `from[r + 1]`. */
function byRun(learnt: readonly LearntCode[], count: number) {
  const from = new Uint32Array(count + 2)
  for (const code of learnt)
    eachStep(code, (run) => {
      from[run + 1]! += 1
    })
  for (let run = 0; run <= count; run += 1) from[run + 1]! += from[run]!
  const next = from.slice()
  const weights = new Uint16Array(from[count + 1]!)
  for (const [number, code] of learnt.entries())
    eachStep(code, (run, steps) => {
      weights[next[run]!++] = (number << 8) | (steps + 128)
    })
  return { from, weights }
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
