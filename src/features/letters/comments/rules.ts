import type { Anchor } from './contract.ts'

const aroundLength = 32

export type Stretch = { readonly start: number; readonly end: number }

export function anchorAt(text: string, { start, end }: Stretch): Anchor {
  return {
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - aroundLength), start),
    after: text.slice(end, end + aroundLength),
    place: start,
  }
}

/** Where these words stand now: of equal words those with the same neighbours, then the nearest. Null: nowhere any more. */
export function placeOf(text: string, anchor: Anchor): Stretch | null {
  const { quote, place } = anchor
  if (quote === '') return null
  let best: { readonly start: number; readonly likeness: number } | null = null
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const likeness = likenessAt(text, start, anchor)
    const isNearer = best && Math.abs(start - place) < Math.abs(best.start - place)
    if (!best || likeness > best.likeness || (likeness === best.likeness && isNearer))
      best = { start, likeness }
  }
  return best && { start: best.start, end: best.start + quote.length }
}

/** How many characters of what stood around it still do; the place itself counts as much as one of them. */
function likenessAt(text: string, start: number, { quote, before, after, place }: Anchor): number {
  const end = start + quote.length
  let [left, right] = [0, 0]
  while (left < before.length && text[start - 1 - left] === before.at(-1 - left)) left += 1
  while (right < after.length && text[end + right] === after[right]) right += 1
  return left + right + (start === place ? 1 : 0)
}

/** The anchor after the text has changed: it goes along with what was put in or taken out before it. */
export function carried(anchor: Anchor, before: string, after: string): Anchor {
  const was = placeOf(before, anchor)
  if (!was) return anchor
  const shared = Math.min(before.length, after.length)
  let head = 0
  while (head < shared && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shared - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (was.end <= head) return anchorAt(after, was)
  const moved = after.length - before.length
  if (was.start >= before.length - tail)
    return anchorAt(after, { start: was.start + moved, end: was.end + moved })
  return anchor
}

/** The text with the suggested words in place of the stretch; null when the stretch is not there any more. */
export function replaced(text: string, anchor: Anchor, words: string): string | null {
  const at = placeOf(text, anchor)
  return at && text.slice(0, at.start) + words + text.slice(at.end)
}

/** The sentences of a text with their places; line breaks and spaces between them belong to none. */
export function sentencesOf(text: string): Stretch[] {
  return [...text.matchAll(/[^\s。！？][^。！？\n]*[。！？]*/gu)].map((found) => {
    const words = found[0].trimEnd()
    return { start: found.index, end: found.index + words.length }
  })
}
