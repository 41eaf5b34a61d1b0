import { type Mood, moodBit } from '#kernel/japanese-text/inflection.ts'

/**
 * How a cue is said, written as words in their order:
 *
 *     夜道|帰り道|背後 気をつける~:order/ask      one of these words, then 気をつける as an order or a request
 *     @family … どうなる~ .. 知る~:not             a shared list of words; further apart
 *
 * `|` one of · `~` changes (verb, adjective, する-noun in its dictionary form) · `@name` a list of
 * lexicon.ts · `(を)` may be missing · `-word` not as a part of this longer word ·
 * `word~:will/order,-past` said in one of these moods and not in that one · `a~|b~::will` all of them so
 * (a word without `~` has no mood and is always taken).
 * Between words: a space ≤ 6 letters · `..` ≤ 12 · `…` ≤ 25 · `+` none · `//` the next sentences ≤ 50.
 * `&words` also in the sentence · `&&words` also in the text · `!words`, `!!words` not there.
 * `*` whatever is said around it: denied, quoted, of others, in thanks.
 * `^`, `$`: at the beginning or the end of a sentence. `#`: a number.
 */
export type Phrase = {
  readonly written: string
  readonly slots: readonly Slot[]
  /** gaps[i] stands between slot i and slot i + 1. */
  readonly gaps: readonly Gap[]
  readonly beside: readonly Beside[]
  readonly atStart: boolean
  readonly atEnd: boolean
  /** Carried although it is denied, quoted, about others or in thanks. */
  readonly whatever: boolean
}

export type Gap = { readonly most: number; readonly mayEndSentence: boolean }

export type Slot = {
  readonly words: readonly Wanted[]
  /** Longer words in which a match means nothing. */
  readonly decoys: readonly string[]
}

/** A word and the moods it must be said in: of each group one, or none. */
export type Wanted = { readonly word: string; readonly moods: readonly MoodGroup[] }
export type MoodGroup = { readonly bits: number; readonly wanted: boolean }

export type Beside = {
  readonly slot: Slot
  readonly inSentence: boolean
  readonly wanted: boolean
}

export type Lexicon = Readonly<Record<string, string>>

const gaps: Readonly<Record<string, Gap>> = {
  '+': { most: 0, mayEndSentence: false },
  '..': { most: 12, mayEndSentence: false },
  '…': { most: 25, mayEndSentence: false },
  '//': { most: 50, mayEndSentence: true },
}
const near: Gap = { most: 6, mayEndSentence: false }

/**
 * `known` keeps what was read, for the next phrase with the same words.
 * @throws Error with the phrase when it is not well written.
 */
export function phrase(written: string, lexicon: Lexicon, known = new Map<string, Slot>()): Phrase {
  const slots: Slot[] = []
  const between: Gap[] = []
  const beside: Beside[] = []
  const marks = new Set<string>()
  let gap = near
  for (const item of written.trim().split(/\s+/u)) {
    const given = gaps[item]
    if (given) gap = given
    else if (item === '^' || item === '$' || item === '*') marks.add(item)
    else if (/^[&!]/u.test(item)) beside.push(besideOf(item, lexicon, known))
    else {
      if (slots.length > 0) between.push(gap)
      slots.push(slotOf(item, lexicon, known))
      gap = near
    }
  }
  if (slots.length === 0) throw new Error(`No words to find in “${written}”`)
  return {
    written,
    slots,
    gaps: between,
    beside,
    atStart: marks.has('^'),
    atEnd: marks.has('$'),
    whatever: marks.has('*'),
  }
}

function besideOf(item: string, lexicon: Lexicon, known: Map<string, Slot>): Beside {
  const sign = item[0] ?? ''
  const wide = item.startsWith(sign + sign)
  return {
    slot: slotOf(item.slice(wide ? 2 : 1), lexicon, known),
    inSentence: !wide,
    wanted: sign === '&',
  }
}

function slotOf(item: string, lexicon: Lexicon, known: Map<string, Slot>): Slot {
  const slot = known.get(item) ?? readSlot(item, lexicon)
  known.set(item, slot)
  return slot
}

function readSlot(item: string, lexicon: Lexicon): Slot {
  const [all = '', forAll = ''] = item.split('::')
  const words = wordsOf(all, lexicon)
  const found = words.filter(({ word }) => !word.startsWith('-'))
  if (found.length === 0) throw new Error(`No words in “${item}”`)
  const common = moodGroups(forAll)
  return {
    words: found.map(({ word, moods }) => ({ word, moods: [...moods, ...common] })),
    decoys: words.filter(({ word }) => word.startsWith('-')).map(({ word }) => word.slice(1)),
  }
}

function moodGroups(said: string): MoodGroup[] {
  return said.split(',').filter(Boolean).map(moodGroup)
}

function moodGroup(group: string): MoodGroup {
  const wanted = !group.startsWith('-')
  const names = (wanted ? group : group.slice(1)).split('/')
  const bits = names.reduce((sum, name) => sum | bitOf(name), 0)
  return { bits, wanted }
}

const bitByName: Readonly<Record<string, number>> = moodBit satisfies Record<Mood, number>

function bitOf(name: string): number {
  const bit = bitByName[name]
  if (bit === undefined) throw new Error(`No such mood: ${name}`)
  return bit
}

function wordsOf(all: string, lexicon: Lexicon): Wanted[] {
  return all
    .split('|')
    .filter(Boolean)
    .flatMap((one) => {
      const [word = '', said = ''] = one.split(':')
      const moods = moodGroups(said)
      if (!word.startsWith('@')) return spelledOut(word).map((each) => ({ word: each, moods }))
      const list = lexicon[word.slice(1)]
      if (list === undefined) throw new Error(`No such list of words: ${word}`)
      return wordsOf(list, lexicon).map((each) => ({
        word: each.word,
        moods: [...each.moods, ...moods],
      }))
    })
}

/** 気(を)つける → 気つける, 気をつける. */
function spelledOut(word: string): string[] {
  const part = /\(([^()]*)\)/u.exec(word)
  if (!part) return [word]
  const before = word.slice(0, part.index)
  const after = word.slice(part.index + part[0].length)
  return [...spelledOut(before + after), ...spelledOut(before + (part[1] ?? '') + after)]
}
