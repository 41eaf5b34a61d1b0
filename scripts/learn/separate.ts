/**
 * One separating plane by dual coordinate descent: a linear machine with squared hinge loss, as LIBLINEAR's
 * solver 1 does it (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008).
 */

/** Texts as rows of numbers, zeros left out: row t has `values[i]` for run `runs[i]`, i from `from[t]` to `from[t + 1]`. */
export type Rows = {
  readonly from: Uint32Array
  readonly runs: Uint32Array
  readonly values: Float64Array
}

export type Plane = { readonly weights: Float64Array; readonly bias: number }

const most = 60
const enough = 0.05
const strictness = 1.5
/** A cue that is missed costs twice what one too many costs. */
const missedCosts = 2

/** `carries[t]` says on which side text t is; texts for which it is null are left out. */
export function separate(rows: Rows, runCount: number, carries: (boolean | null)[]): Plane {
  const weights = new Float64Array(runCount + 1)
  const state: State = { rows, weights, alphas: new Float64Array(carries.length) }
  const order = carries.flatMap((carried, text) => (carried === null ? [] : [text]))
  const random = shuffler(1)
  for (let round = 0; round < most; round += 1) {
    random(order)
    let widest = 0
    for (const text of order)
      widest = Math.max(widest, Math.abs(improve(state, text, carries[text] === true)))
    if (widest < enough) break
  }
  return { weights: weights.subarray(0, runCount), bias: weights[runCount] ?? 0 }
}

type State = { readonly rows: Rows; readonly weights: Float64Array; readonly alphas: Float64Array }

function improve({ rows, weights, alphas }: State, text: number, carried: boolean): number {
  const { from, runs, values } = rows
  const bias = weights.length - 1
  const sign = carried ? 1 : -1
  const slack = 1 / (2 * strictness * (carried ? missedCosts : 1))
  const alpha = alphas[text] ?? 0
  let product = weights[bias] ?? 0
  const end = from[text + 1] ?? 0
  for (let i = from[text] ?? 0; i < end; i += 1) product += weights[runs[i]!]! * values[i]!
  const gradient = sign * product - 1 + slack * alpha
  // Rows have length 1, and 1 more for the bias.
  const next = Math.max(0, alpha - gradient / (2 + slack))
  const change = (next - alpha) * sign
  alphas[text] = next
  if (change === 0) return 0
  for (let i = from[text] ?? 0; i < end; i += 1) weights[runs[i]!]! += change * values[i]!
  weights[bias]! += change
  return alpha === 0 ? Math.min(0, gradient) : gradient
}

/** Shuffles in place; the same seed gives the same orders. */
export function shuffler(seed: number): (order: number[]) => void {
  const random = numbers(seed)
  return (order) => {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1))
      const kept = order[last]!
      order[last] = order[other]!
      order[other] = kept
    }
  }
}

/** Numbers from 0 to below 1 (mulberry32): the same seed gives the same ones. */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
