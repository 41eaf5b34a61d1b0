import type { Span } from '#kernel/japanese-text/mapped-text.ts'

/** A part of a text that is weighed by itself, and how much more it must weigh than nothing to be heard. */
export type Stretch = Span & { readonly more: number }

const together = 3
const longest = 160
/** One sentence out of several has lost what was said around it: only what is clear counts. */
const alone = 0.5

/**
 * What is weighed as one: three sentences that follow each other, because what is meant by one often stands in
 * the next, and each sentence alone: what is said in passing must not drown. A longer sentence is cut into
 * overlapping pieces.
 */
export function stretches(sentences: readonly Span[]): Stretch[] {
  const pieces = sentences.flatMap(overlapping)
  const last = pieces.length - 1
  const groups = pieces.slice(0, Math.max(1, pieces.length - together + 1)).map((first, at) => ({
    start: first.start,
    end: pieces[Math.min(last, at + together - 1)]?.end ?? first.end,
    more: 0,
  }))
  return last > 0 ? [...groups, ...pieces.map((piece) => ({ ...piece, more: alone }))] : groups
}

function overlapping({ start, end }: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  for (; end - from > longest; from += longest / 2)
    pieces.push({ start: from, end: from + longest })
  return [...pieces, { start: from, end }]
}
