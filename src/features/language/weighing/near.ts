import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import { edges, longestRun } from './runs.ts'
import { rarityAfter, type Scale } from './scale.ts'

/**
 * The runs of one text, numbered anew from 1 as they come, with what is known of each side by side: the scale is larger than
 * what a processor keeps at hand, and the parts of a text that are weighed overlap.
 */
export type Near = {
  readonly scale: Scale
  readonly text: string
  /** At `start * longestRun + length - 1` the run that begins there and is so long, 0 where it is not known. */
  readonly runs: Uint32Array
  /** Of each run its number in the scale, how rarely it is said, and where its weights stand there. */
  readonly far: Uint32Array
  readonly rarity: Float64Array
  readonly from: Uint32Array
  readonly end: Uint32Array
  /** Counters, one per run, 0 before and after use. */
  readonly said: Uint32Array
  size: number
  /** The runs of the part that is weighed, in their order, and how many. */
  readonly found: Uint32Array
  many: number
}

/** With the marks of its edges a part has so many runs that the text has not, at most. */
const runsOfEdges = 3 * longestRun

/** Gives to `use` what is near; `scale.near` is the way there from the scale's own numbers meanwhile. */
export function withNear<T>(scale: Scale, text: string, parts: number, use: (near: Near) => T): T {
  const near = emptyNear(scale, text, 1 + longestRun * text.length + runsOfEdges * parts)
  for (let start = 0; start < text.length; start += 1) {
    let run = 0
    const most = Math.min(longestRun, text.length - start)
    for (let length = 0; length < most; length += 1) {
      const entry = scale.tree.entryOf(run, text.charCodeAt(start + length))
      run = scale.tree.runAt(entry)
      if (run === 0) break
      near.runs[start * longestRun + length] = nearOf(near, entry)
    }
  }
  try {
    return use(near)
  } finally {
    for (let run = 1; run < near.size; run += 1) scale.near[near.far[run]!] = 0
  }
}

function emptyNear(scale: Scale, text: string, most: number): Near {
  return {
    scale,
    text,
    runs: new Uint32Array(longestRun * text.length),
    far: new Uint32Array(most),
    rarity: new Float64Array(most),
    from: new Uint32Array(most),
    end: new Uint32Array(most),
    said: new Uint32Array(most),
    size: 1,
    found: new Uint32Array(longestRun * text.length + runsOfEdges),
    many: 0,
  }
}

function nearOf(near: Near, entry: number): number {
  const { scale } = near
  const { tree } = scale
  const run = tree.runAt(entry)
  const known = scale.near[run]!
  if (known > 0) return known
  const next = near.size++
  scale.near[run] = next
  near.far[next] = run
  near.rarity[next] = rarityAfter(tree.rarityAt(entry))
  near.from[next] = tree.fromAt(entry)
  near.end[next] = tree.fromAt(entry) + tree.countAt(entry)
  return next
}

/** Finds the runs of a part in their order, with those of its edges. */
export function findRuns(near: Near, part: Span): void {
  const { runs, far, found } = near
  near.many = 0
  takeEdged(near, part, part.start - 1, 0)
  for (let start = part.start; start < part.end; start += 1) {
    const most = Math.min(longestRun, part.end - start)
    let run = 0
    let length = 0
    for (; length < most; length += 1) {
      const next = runs[start * longestRun + length]!
      if (next === 0) break
      found[near.many++] = run = next
    }
    // It ends where the part does: the mark of the end may go on with it.
    if (length === most && most < longestRun) takeEdged(near, part, part.end, far[run]!)
  }
  takeEdged(near, part, part.end, 0)
}

/** Goes on from a run of the scale with the mark of an edge at `at`, and with what follows it. */
function takeEdged(near: Near, part: Span, at: number, before: number): void {
  const { scale, text } = near
  let run = before
  const room = longestRun - scale.lengths[before]!
  for (let next = at; next < at + room && next <= part.end; next += 1) {
    const isInside = next >= part.start && next < part.end
    const edge = next < part.start ? edges.first : edges.last
    const entry = scale.tree.entryOf(run, isInside ? text.charCodeAt(next) : edge)
    run = scale.tree.runAt(entry)
    if (run === 0) return
    near.found[near.many++] = nearOf(near, entry)
  }
}
