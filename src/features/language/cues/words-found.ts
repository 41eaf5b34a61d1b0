import { inflected, type Inflection, inflectionOf } from '#kernel/japanese-text/inflection.ts'
import { usualLetters } from '#kernel/japanese-text/usual-letters.ts'

/** Where a word stands, and how it is said. */
export type Found = { readonly start: number; readonly end: number; readonly moods: number }

type Entry = { readonly word: string; readonly letters: string; readonly inflection?: Inflection }

/** Words by the letters they begin with: two, or the only one. */
export type WordIndex = ReadonlyMap<string, readonly Entry[]>

export function indexOf(words: Iterable<string>): WordIndex {
  const index = new Map<string, Entry[]>()
  for (const word of new Set(words)) {
    if (word === '#') continue
    const entry = entryOf(word)
    const key = entry.letters.slice(0, 2)
    const there = index.get(key)
    if (there) there.push(entry)
    else index.set(key, [entry])
  }
  return index
}

function entryOf(word: string): Entry {
  if (!word.endsWith('~')) return { word, letters: usualLetters(word) }
  const inflection = inflectionOf(usualLetters(word.slice(0, -1)))
  return { word, letters: inflection.stem, inflection }
}

const number = /[0-9,.一二三四五六七八九十百千万億数何]+/gu

/** Every word of the index that the text holds, in the order of the text. */
export function wordsIn(text: string, index: WordIndex): ReadonlyMap<string, readonly Found[]> {
  const found = new Map<string, Found[]>()
  const add = (word: string, at: Found) => {
    const there = found.get(word)
    if (there) there.push(at)
    else found.set(word, [at])
  }
  for (let at = 0; at < text.length; at++)
    for (const key of [text.slice(at, at + 2), text.charAt(at)])
      for (const entry of index.get(key) ?? []) {
        const here = foundAt(text, at, entry)
        if (here) add(entry.word, here)
      }
  for (const { index: start, 0: digits } of text.matchAll(number))
    add('#', { start, end: start + digits.length, moods: 0 })
  return found
}

function foundAt(text: string, at: number, { letters, inflection }: Entry): Found | null {
  if (!text.startsWith(letters, at)) return null
  const end = at + letters.length
  if (!inflection) return { start: at, end, moods: 0 }
  const said = inflected(text, end, inflection)
  return said && { start: at, end: said.end, moods: said.moods }
}
