import { inflected, type Inflection, inflectionOf } from '#kernel/japanese-text/inflection.ts'
import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import { usualLetters } from '#kernel/japanese-text/usual-letters.ts'

/** Where a word stands, and how it is said. */
export type Found = { readonly start: number; readonly end: number; readonly moods: number }

type Entry = { readonly id: number; readonly letters: string; readonly inflection?: Inflection }

/** Words to look for, each with a number, and their letters as a tree: a text is walked once for all of them. */
export type WordIndex = { readonly ids: ReadonlyMap<string, number>; readonly root: Node }

type Node = { readonly next: Map<number, Node>; readonly entries: Entry[] }

/** Where each word stands, by its number, in the order of the text. */
export type FoundWords = ReadonlyMap<number, readonly Found[]>

export function indexOf(words: Iterable<string>): WordIndex {
  const ids = new Map([...new Set(words)].map((word, id) => [word, id] as const))
  const root: Node = { next: new Map(), entries: [] }
  for (const [word, id] of ids) if (word !== '#') sow(root, entryOf(word, id))
  return { ids, root }
}

// する alone has no letters that stay: it is found by what its forms begin with.
const formsOfSuru = [
  'しな',
  'しま',
  'して',
  'した',
  'しろ',
  'しよ',
  'しと',
  'する',
  'すれ',
  'すん',
  'され',
  'させ',
  'せん',
  'せえ',
  'でき',
]

function sow(root: Node, entry: Entry) {
  if (entry.letters !== '') plant(root, entry.letters, entry)
  else for (const letters of formsOfSuru) plant(root, letters, entry)
}

function plant(root: Node, letters: string, entry: Entry) {
  let node = root
  for (let at = 0; at < letters.length; at++) {
    const letter = letters.charCodeAt(at)
    const there = node.next.get(letter) ?? { next: new Map(), entries: [] }
    node.next.set(letter, there)
    node = there
  }
  node.entries.push(entry)
}

function entryOf(word: string, id: number): Entry {
  if (!word.endsWith('~')) return { id, letters: usualLetters(word) }
  const inflection = inflectionOf(usualLetters(word.slice(0, -1)))
  return { id, letters: inflection.stem, inflection }
}

const number = /[0-9,.一二三四五六七八九十百千万億数何]+/gu

/** Every word of the index that the text holds. */
export function wordsIn(text: string, index: WordIndex): FoundWords {
  const found = new Map<number, Found[]>()
  for (let start = 0; start < text.length; start++) {
    let node = index.root.next.get(text.charCodeAt(start))
    for (let end = start + 1; node; end++) {
      for (const entry of node.entries) addIfSaid(text, { start, end }, entry, found)
      node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined
    }
  }
  const digits = index.ids.get('#')
  if (digits !== undefined)
    for (const { index: start, 0: written } of text.matchAll(number))
      add(found, digits, { start, end: start + written.length, moods: 0 })
  return found
}

function addIfSaid(
  text: string,
  { start, end }: Span,
  { id, letters, inflection }: Entry,
  to: Map<number, Found[]>,
) {
  if (!inflection) return add(to, id, { start, end, moods: 0 })
  const said = inflected(text, start + letters.length, inflection)
  if (said) add(to, id, { start, end: said.end, moods: said.moods })
}

function add(to: Map<number, Found[]>, id: number, found: Found) {
  const there = to.get(id)
  if (there) there.push(found)
  else to.set(id, [found])
}
