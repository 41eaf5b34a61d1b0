import { allCues } from './all.ts'
import type { CueRule } from './cue.ts'
import { lexicon } from './lexicon.ts'
import { phrase, type Phrase, type Slot } from './phrase.ts'
import { type FoundWords, indexOf, type WordIndex } from './words-found.ts'

/** A phrase, and the numbers of the slots that must not be empty for it. */
export type Trial = {
  readonly rule: CueRule
  readonly phrase: Phrase
  readonly needs: readonly number[]
}

/** All cues made ready to be heard. */
export type Judge = {
  readonly index: WordIndex
  readonly trials: readonly Trial[]
  readonly except: ReadonlyMap<CueRule, readonly Phrase[]>
  readonly slotCount: number
  /** The slots that hold a word, by the word's number. */
  readonly slotsOf: readonly (readonly number[])[]
}

let ready: Judge | undefined

/** Made when something is first listened to: importing the cues costs nothing. */
export function judge(): Judge {
  ready ??= judgeOf(allCues)
  return ready
}

function judgeOf(rules: readonly CueRule[]): Judge {
  const known = new Map<string, Slot>()
  const read = (written: string) => phrase(written, lexicon, known)
  const said = rules.map((rule) => ({ rule, phrases: rule.phrases.map(read) }))
  const except = new Map(rules.map((rule) => [rule, rule.except.map(read)] as const))
  const slots = [...known.values()]
  const numbers = new Map(slots.map((slot, number) => [slot, number] as const))
  const index = indexOf(
    slots.flatMap(({ words, decoys }) => [...words.map(({ word }) => word), ...decoys]),
  )
  const slotsOf = Array.from({ length: index.ids.size }, (): number[] => [])
  for (const [number, { words }] of slots.entries())
    for (const { word } of words) slotsOf[index.ids.get(word) ?? 0]?.push(number)
  const trials = said.flatMap(({ rule, phrases }) =>
    phrases.map((one) => ({ rule, phrase: one, needs: needsOf(one, numbers) })),
  )
  return { index, trials, except, slotCount: slots.length, slotsOf }
}

function needsOf({ slots, beside }: Phrase, numbers: ReadonlyMap<Slot, number>): number[] {
  const needed = [...slots, ...beside.filter(({ wanted }) => wanted).map(({ slot }) => slot)]
  return needed.map((slot) => numbers.get(slot) ?? 0)
}

/** The phrases all of whose words are there, in whatever order and mood: few of all that could be tried. */
export function* worthTrying({ trials, slotCount, slotsOf }: Judge, found: FoundWords) {
  const filled = new Uint8Array(slotCount)
  for (const id of found.keys()) for (const slot of slotsOf[id] ?? []) filled[slot] = 1
  for (const trial of trials) if (trial.needs.every((slot) => filled[slot] === 1)) yield trial
}
