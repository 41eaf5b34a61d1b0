import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import type { Beside, Gap, MoodGroup, Phrase, Slot } from './phrase.ts'
import { type Reading, sentenceAround } from './reading.ts'
import type { Found, FoundWords, WordIndex } from './words-found.ts'

/** A text with the words found in it; slots are looked up once. */
export type WordReading = Reading & {
  readonly index: WordIndex
  readonly words: FoundWords
  readonly bySlot: Map<Slot, readonly Found[]>
}

/** Every place where the phrase is said, first one first. */
export function* said(phrase: Phrase, reading: WordReading): Generator<Span> {
  const [first] = phrase.slots
  if (!first) return
  for (const found of foundIn(first, reading)) {
    if (phrase.atStart && !isBeginning(reading, found.start)) continue
    const end = continued(phrase, reading, 1, found)
    if (end === null) continue
    const span = { start: found.start, end }
    if (phrase.beside.every((each) => agrees(each, reading, span))) yield span
  }
}

/** The end of the rest of the phrase after `before`, or null. */
function continued(phrase: Phrase, reading: WordReading, at: number, before: Found): number | null {
  const slot = phrase.slots[at]
  if (!slot) return !phrase.atEnd || isEnding(reading, before.end) ? before.end : null
  const gap = phrase.gaps[at - 1]
  if (!gap) return null
  for (const found of foundIn(slot, reading)) {
    if (found.start < before.end) continue
    if (found.start > before.end + gap.most) break
    if (!mayStand(reading.text, before.end, found.start, gap)) break
    const end = continued(phrase, reading, at + 1, found)
    if (end !== null) return end
  }
  return null
}

const sentenceEnd = /[。!?\n]/u

function mayStand(text: string, from: number, to: number, gap: Gap): boolean {
  return gap.mayEndSentence || !sentenceEnd.test(text.slice(from, to))
}

/** A slot with the numbers of its words: a lookup by number takes a tenth of one by name. */
type Numbered = {
  readonly words: readonly { readonly id: number; readonly moods: readonly MoodGroup[] }[]
  readonly decoys: readonly number[]
}
const numbered = new WeakMap<Slot, Numbered>()

function numbersOf(slot: Slot, { ids }: WordIndex): Numbered {
  const known = numbered.get(slot)
  if (known) return known
  const made = {
    words: slot.words.map(({ word, moods }) => ({
      id: ids.get(word) ?? -1,
      moods: word.endsWith('~') ? moods : [],
    })),
    decoys: slot.decoys.map((word) => ids.get(word) ?? -1),
  }
  numbered.set(slot, made)
  return made
}

export function foundIn(slot: Slot, reading: WordReading): readonly Found[] {
  const known = reading.bySlot.get(slot)
  if (known) return known
  const { words, decoys } = numbersOf(slot, reading.index)
  const found: Found[] = []
  for (const { id, moods } of words)
    for (const each of reading.words.get(id) ?? []) if (isSaidSo(each, moods)) found.push(each)
  const meaningless = found.length === 0 ? [] : decoys.flatMap((id) => reading.words.get(id) ?? [])
  const meant =
    meaningless.length === 0 ? found : found.filter((each) => !isPartOf(each, meaningless))
  meant.sort((a, b) => a.start - b.start || b.end - a.end)
  reading.bySlot.set(slot, meant)
  return meant
}

function isPartOf({ start, end }: Found, longer: readonly Found[]): boolean {
  return longer.some(
    (one) => one.start <= start && one.end > start && (one.end >= end || one.start < start),
  )
}

function isSaidSo(found: Found, moods: readonly MoodGroup[]): boolean {
  return moods.every(({ bits, wanted }) => ((found.moods & bits) !== 0) === wanted)
}

function agrees({ slot, inSentence, wanted }: Beside, reading: WordReading, span: Span): boolean {
  const found = foundIn(slot, reading)
  if (!inSentence) return found.length > 0 === wanted
  const around = sentenceAround(reading, span)
  return found.some(({ start }) => start >= around.start && start < around.end) === wanted
}

const isBeginning = ({ text }: Reading, at: number) =>
  at === 0 || /[。!?、\n「…]/u.test(text.charAt(at - 1))

const ending =
  /(?:です|ます|ました|でした|でしょう|から|けん|けえ|ばい|もん|わい|っす|ので|って|だ|や|よ|ね|な|か|わ|ぞ|ぜ|さ|し|の|が|で|けど|ん|…|、)*(?:[。!?\n」]|$)/uy

function isEnding({ text }: Reading, at: number): boolean {
  ending.lastIndex = at
  return ending.test(text)
}
