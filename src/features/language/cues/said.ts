import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import type { Beside, Gap, Phrase, Slot, Wanted } from './phrase.ts'
import type { Reading } from './reading.ts'
import type { Found } from './words-found.ts'

/** A text with the words found in it; slots are looked up once. */
export type WordReading = Reading & {
  readonly words: ReadonlyMap<string, readonly Found[]>
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

export function foundIn(slot: Slot, reading: WordReading): readonly Found[] {
  const known = reading.bySlot.get(slot)
  if (known) return known
  const decoys = slot.decoys.flatMap((word) => reading.words.get(word) ?? [])
  const found = slot.words
    .flatMap((wanted) =>
      (reading.words.get(wanted.word) ?? []).filter((each) => fits(wanted, each)),
    )
    .filter(
      ({ start, end }) =>
        !decoys.some(
          (one) => one.start <= start && one.end > start && (one.end >= end || one.start < start),
        ),
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  reading.bySlot.set(slot, found)
  return found
}

function fits({ word, moods }: Wanted, found: Found): boolean {
  if (!word.endsWith('~')) return true
  return moods.every(({ bits, wanted }) => ((found.moods & bits) !== 0) === wanted)
}

function agrees({ slot, inSentence, wanted }: Beside, reading: WordReading, span: Span): boolean {
  const found = foundIn(slot, reading)
  if (!inSentence) return found.length > 0 === wanted
  const around = sentenceOf(reading, span)
  return found.some(({ start }) => start >= around.start && start < around.end) === wanted
}

export function sentenceOf(reading: Reading, span: Span): Span {
  const first = reading.sentences.find(({ end }) => end > span.start)
  const last = reading.sentences.find(({ end }) => end >= span.end)
  return { start: first?.start ?? 0, end: last?.end ?? reading.text.length }
}

const isBeginning = ({ text }: Reading, at: number) =>
  at === 0 || /[。!?、\n「…]/u.test(text.charAt(at - 1))

const ending =
  /(?:です|ます|ました|でした|でしょう|から|けん|けえ|ばい|もん|わい|っす|ので|って|だ|や|よ|ね|な|か|わ|ぞ|ぜ|さ|し|の|が|で|けど|ん|…|、)*(?:[。!?\n」]|$)/uy

function isEnding({ text }: Reading, at: number): boolean {
  ending.lastIndex = at
  return ending.test(text)
}
