/** Nearly letter for letter: a comma, another ending. */
export const same = 0.9
/** Enough of a sentence is left to say that it still speaks of the same. Below that it is its writer's own. */
export const mended = 0.6

/** How much two sentences share, from 0 to 1: Dice over pairs of letters, without breaks and spaces. */
export function likeness(a: string, b: string): number {
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)]
  const [allA, allB] = [sum(ofA), sum(ofB)]
  if (allA + allB === 0) return 0
  const shared = [...ofA].reduce(
    (count, [pair, times]) => count + Math.min(times, ofB.get(pair) ?? 0),
    0,
  )
  return (2 * shared) / (allA + allB)
}

/** How much of `words` stands in a longer text, from 0 to 1. Words of one letter stand in none. */
export function share(words: string, text: string): number {
  const [wanted, there] = [pairsOf(words), pairsOf(text)]
  const all = sum(wanted)
  if (all === 0) return 0
  return (
    [...wanted].reduce((n, [pair, times]) => n + Math.min(times, there.get(pair) ?? 0), 0) / all
  )
}

function pairsOf(text: string): Map<string, number> {
  const letters = [...text.replaceAll(/[\s　]+/gu, '')]
  const pairs = new Map<string, number>()
  for (const [at, letter] of letters.slice(0, -1).entries()) {
    const pair = letter + (letters[at + 1] ?? '')
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function sum(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((all, times) => all + times, 0)
}

export type Stretch = { readonly text: string; readonly start: number; readonly end: number }

/** The sentences of a text, or its lines; without the spaces around them. Offsets are UTF-16 places. */
export function sentencesIn(text: string): Stretch[] {
  return [...text.matchAll(/[^。！？!?\n]+[。！？!?]*/gu)].flatMap(({ index, 0: whole }) => {
    const trimmed = whole.trim()
    const start = index + whole.indexOf(trimmed)
    return trimmed === '' ? [] : [{ text: trimmed, start, end: start + trimmed.length }]
  })
}
