import { inflected, type Inflection, inflectionOf } from '#kernel/japanese-text/inflection.ts'
import { usualLetters } from '#kernel/japanese-text/usual-letters.ts'

/** Where a word stands, and how it is said. */
export type Found = { readonly start: number; readonly end: number; readonly moods: number }

type Entry = { readonly id: number; readonly letters: string; readonly inflection?: Inflection }

/** Words to look for, each with a number. */
export type WordIndex = {
  readonly ids: ReadonlyMap<string, number>
  /** By the letters they begin with, two or the only one, see `pair`. */
  readonly byLetters: ReadonlyMap<number, readonly Entry[]>
}

export type FoundWords = {
  /** Where each word stands, by its number. */
  readonly places: readonly (readonly Found[] | undefined)[]
  /** The numbers of the words that were found, in the order of the text. */
  readonly ids: readonly number[]
}

// A number, because a text has hundreds of places and a substring for each would be garbage.
const pair = (first: number, second: number) => first * 0x10000 + second

export function indexOf(words: Iterable<string>): WordIndex {
  const ids = new Map([...new Set(words)].map((word, id) => [word, id] as const))
  const byLetters = new Map<number, Entry[]>()
  for (const [word, id] of ids) {
    if (word === '#') continue
    const entry = entryOf(word, id)
    const [first, second] = [entry.letters.charCodeAt(0), entry.letters.charCodeAt(1)]
    const key = pair(first, Number.isNaN(second) ? 0 : second)
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

/** Every word of the index that the text holds. */
export function wordsIn(text: string, index: WordIndex): FoundWords {
  const found = { places: Array.from<Found[] | undefined>({ length: index.ids.size }), ids: [] }
  let first = text.charCodeAt(0)
  for (let at = 0; at < text.length; at++) {
    const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
    addWordsAt(text, at, index.byLetters.get(pair(first, second)), found)
    if (second !== 0) addWordsAt(text, at, index.byLetters.get(pair(first, 0)), found)
    first = second
  }
  const digits = index.ids.get('#')
  if (digits !== undefined)
    for (const { index: start, 0: written } of text.matchAll(number))
      add(found, digits, { start, end: start + written.length, moods: 0 })
  return found
}

type Finding = { readonly places: (Found[] | undefined)[]; readonly ids: number[] }

function addWordsAt(text: string, at: number, entries: readonly Entry[] | undefined, to: Finding) {
  if (!entries) return
  for (const entry of entries) {
    const found = foundAt(text, at, entry)
    if (found) add(to, entry.id, found)
  }
}

function add({ places, ids }: Finding, id: number, found: Found) {
  const there = places[id]
  if (there) there.push(found)
  else {
    places[id] = [found]
    ids.push(id)
  }
}

function foundAt(text: string, at: number, { letters, inflection }: Entry): Found | null {
  if (!text.startsWith(letters, at)) return null
  const end = at + letters.length
  if (!inflection) return { start: at, end, moods: 0 }
  const said = inflected(text, end, inflection)
  return said && { start: at, end: said.end, moods: said.moods }
}
