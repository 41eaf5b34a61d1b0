import { inflected, type Inflection, inflectionOf } from '#kernel/japanese-text/inflection.ts'
import { usualLetters } from '#kernel/japanese-text/usual-letters.ts'

/** Where a word stands, and how it is said. */
export type Found = { readonly start: number; readonly end: number; readonly moods: number }

type Entry = { readonly id: number; readonly letters: string; readonly inflection?: Inflection }

/** Words to look for, each with a number. */
export type WordIndex = {
  readonly ids: ReadonlyMap<string, number>
  /** By the letters they begin with: two, or the only one. */
  readonly byLetters: ReadonlyMap<string, readonly Entry[]>
}

/** What was found of each word, by its number. */
export type FoundWords = readonly (readonly Found[] | undefined)[]

export function indexOf(words: Iterable<string>): WordIndex {
  const ids = new Map([...new Set(words)].map((word, id) => [word, id] as const))
  const byLetters = new Map<string, Entry[]>()
  for (const [word, id] of ids) {
    if (word === '#') continue
    const entry = entryOf(word, id)
    const key = entry.letters.slice(0, 2)
    const there = byLetters.get(key)
    if (there) there.push(entry)
    else byLetters.set(key, [entry])
  }
  return { ids, byLetters }
}

function entryOf(word: string, id: number): Entry {
  if (!word.endsWith('~')) return { id, letters: usualLetters(word) }
  const inflection = inflectionOf(usualLetters(word.slice(0, -1)))
  return { id, letters: inflection.stem, inflection }
}

const number = /[0-9,.一二三四五六七八九十百千万億数何]+/gu

/** Every word of the index that the text holds, in the order of the text. */
export function wordsIn(text: string, { ids, byLetters }: WordIndex): FoundWords {
  const found = Array.from<Found[] | undefined>({ length: ids.size })
  const add = (id: number, at: Found) => {
    const there = found[id]
    if (there) there.push(at)
    else found[id] = [at]
  }
  for (let at = 0; at < text.length; at++)
    for (const key of [text.slice(at, at + 2), text.charAt(at)])
      for (const entry of byLetters.get(key) ?? []) {
        const here = foundAt(text, at, entry)
        if (here) add(entry.id, here)
      }
  const digits = ids.get('#')
  if (digits !== undefined)
    for (const { index: start, 0: written } of text.matchAll(number))
      add(digits, { start, end: start + written.length, moods: 0 })
  return found
}

function foundAt(text: string, at: number, { letters, inflection }: Entry): Found | null {
  if (!text.startsWith(letters, at)) return null
  const end = at + letters.length
  if (!inflection) return { start: at, end, moods: 0 }
  const said = inflected(text, end, inflection)
  return said && { start: at, end: said.end, moods: said.moods }
}
