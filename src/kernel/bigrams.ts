import { foldVariants } from './variants.ts'

/** What one text is found by. */
export type SearchTerms = {
  /** Two neighbouring Japanese letters each, and every letter by itself. */
  readonly grams: string[]
  /** Whole words of Latin letters and digits. */
  readonly words: string[]
}

export function searchTerms(text: string): SearchTerms {
  const folded = fold(text)
  const words = new Set<string>()
  for (const { parts } of codesAndWords(folded)) {
    for (const part of parts) words.add(part)
    if (parts.length > 1) words.add(parts.join(''))
  }
  return { grams: gramsOf(japaneseRuns(folded)), words: [...words] }
}

/** What must all be there for a text to be found. */
export function queryTerms(text: string): SearchTerms {
  const folded = fold(text)
  const grams = japaneseRuns(folded).flatMap((run) => {
    const pairs = pairsOf(run)
    return pairs.length > 0 ? pairs : run
  })
  const words = codesAndWords(folded).map(({ parts }) => parts.join(''))
  return { grams: [...new Set(grams)], words: [...new Set(words)] }
}

/** One spelling for all: width, case, kana, kanji variants, 30,000 = 30000, no invisible characters. */
function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
  return foldVariants(plain)
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー〆]+/gu

function japaneseRuns(folded: string): string[] {
  return folded.match(japanese) ?? []
}

/** Each pair of neighbours and each letter, once. */
function gramsOf(runs: readonly string[]): string[] {
  const known = new Set<number | string>()
  const grams: string[] = []
  const take = (run: string, from: number, to: number) => {
    const key = keyOf(run, from, to)
    if (known.has(key)) return
    known.add(key)
    grams.push(run.slice(from, to))
  }
  for (const run of runs) {
    for (let at = 0, next = sizeAt(run, 0); next < run.length;) {
      const after = next + sizeAt(run, next)
      take(run, at, after)
      at = next
      next = after
    }
    for (let at = 0; at < run.length;) {
      const next = at + sizeAt(run, at)
      take(run, at, next)
      at = next
    }
  }
  return grams
}

/**
 * One or two units of text are known by a number, which costs half of a text: a complaint is cut up while somebody waits.
 * Two are a pair or one letter beyond the basic plane; no letter of the plane begins like such a one.
 */
function keyOf(run: string, from: number, to: number): number | string {
  const size = to - from
  if (size > 2) return run.slice(from, to)
  const first = run.charCodeAt(from)
  return size === 1 ? first : (first << 16) | run.charCodeAt(from + 1)
}

function pairsOf(run: string): string[] {
  const pairs: string[] = []
  let before = 0
  for (let at = sizeAt(run, 0); at < run.length;) {
    const after = at + sizeAt(run, at)
    pairs.push(run.slice(before, after))
    before = at
    at = after
  }
  return pairs
}

/** Two where a letter beyond the basic plane begins. */
function sizeAt(run: string, at: number): number {
  return (run.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1
}

/**
 * Words, and codes such as 03-1234-5678 or AB-12: a code is also one word without its hyphens, because
 * it is written either way. Hyphenated words without a digit (e-mail) are simply two words.
 */
function codesAndWords(folded: string): { parts: string[] }[] {
  const others = folded.replace(japanese, ' ')
  return (others.match(/[\p{L}\p{N}\p{M}]+(?:[-‐‑–−][\p{L}\p{N}\p{M}]+)*/gu) ?? []).flatMap(
    (found) => {
      const parts = found.split(/[-‐‑–−]/u)
      return /\d/.test(found) ? [{ parts }] : parts.map((part) => ({ parts: [part] }))
    },
  )
}
