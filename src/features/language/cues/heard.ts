import { original, type Span } from '#kernel/japanese-text/mapped-text.ts'
import type { CompanyPhrases, Cue, Heard, Utterance } from '../contract.ts'
import { allCues } from './all.ts'
import { companySpans } from './company-words.ts'
import type { CueRule } from './cue.ts'
import { guards } from './guards.ts'
import { lexicon } from './lexicon.ts'
import { phrase, type Phrase } from './phrase.ts'
import { read, type Reading, sentenceAround } from './reading.ts'
import { said, type WordReading } from './said.ts'
import { indexOf, type WordIndex, wordsIn } from './words-found.ts'

/** The cues of one utterance in the order they are said; each code once per utterance. */
export function hear(
  { speaker, text }: Utterance,
  companyWords: readonly CompanyPhrases[] = [],
): Heard {
  const mayHear = (rule: CueRule) => speaker === 'customer' || rule.fromOperator
  const cues = new Map<CueRule, Cue>()
  const add = (reading: Reading, rule: CueRule, match: Span) => {
    const { start, end } = original(reading.mapped, match.start, match.end)
    const known = cues.get(rule)
    if (known && known.start <= start) return
    cues.set(rule, { code: rule.code, start, end, words: text.slice(start, end) })
  }
  const reading = read(text)
  for (const { rule, match } of heardByPhrases(reading, mayHear)) add(reading, rule, match)
  for (const { rule, match } of companySpans(companyWords, reading))
    if (mayHear(rule) && !isGuarded(rule, reading, match)) add(reading, rule, match)
  return { cues: [...cues.values()].toSorted((a, b) => a.start - b.start) }
}

type Rule = { readonly rule: CueRule; readonly phrase: Phrase }

type Judge = {
  readonly index: WordIndex
  /** The phrases that begin with a word, by its number. */
  readonly byWord: readonly (readonly Rule[] | undefined)[]
  readonly except: ReadonlyMap<CueRule, readonly Phrase[]>
}

let ready: Judge | undefined

function judge(): Judge {
  if (ready) return ready
  const rules: Rule[] = allCues.flatMap((rule) =>
    rule.phrases.map((written) => ({ rule, phrase: phrase(written, lexicon) })),
  )
  const except = new Map(
    allCues.map((rule) => [rule, rule.except.map((written) => phrase(written, lexicon))] as const),
  )
  const phrases = [...rules.map((each) => each.phrase), ...[...except.values()].flat()]
  const index = indexOf(phrases.flatMap(wordsOf))
  ready = { index, byWord: byFirstWord(rules, index), except }
  return ready
}

function byFirstWord(rules: readonly Rule[], { ids }: WordIndex): Judge['byWord'] {
  const byWord = Array.from<Rule[] | undefined>({ length: ids.size })
  for (const each of rules)
    for (const { word } of each.phrase.slots[0]?.words ?? []) {
      const id = ids.get(word) ?? -1
      const there = byWord[id]
      if (there) there.push(each)
      else byWord[id] = [each]
    }
  return byWord
}

function wordsOf({ slots, beside }: Phrase): string[] {
  return [...slots, ...beside.map(({ slot }) => slot)].flatMap(({ words, decoys }) => [
    ...words.map(({ word }) => word),
    ...decoys,
  ])
}

function* heardByPhrases(
  reading: Reading,
  mayHear: (rule: CueRule) => boolean,
): Generator<{ rule: CueRule; match: Span }> {
  const { index, byWord, except } = judge()
  const found = wordsIn(reading.text, index)
  const words: WordReading = { ...reading, index, words: found, bySlot: new Map() }
  const tried = new Set<Rule>()
  for (const id of found.ids)
    for (const each of byWord[id] ?? []) {
      if (tried.has(each) || !mayHear(each.rule)) continue
      tried.add(each)
      const excuses = except.get(each.rule) ?? []
      const match = firstCarried(each, words, excuses)
      if (match) yield { rule: each.rule, match }
    }
}

function firstCarried(
  { rule, phrase: one }: Rule,
  words: WordReading,
  excuses: readonly Phrase[],
): Span | null {
  for (const match of said(one, words)) {
    if (!one.whatever && isGuarded(rule, words, match)) continue
    const sentence = sentenceAround(words, match)
    if (!excuses.some((excuse) => isSaidIn(excuse, words, sentence))) return match
  }
  return null
}

function isSaidIn(excuse: Phrase, words: WordReading, sentence: Span): boolean {
  for (const { start, end } of said(excuse, words))
    if (start < sentence.end && end > sentence.start) return true
  return false
}

function isGuarded(rule: CueRule, reading: Reading, match: Span): boolean {
  const sentence = sentenceAround(reading, match)
  return (['negated', 'reported', 'hearsay', 'thanked'] as const).some(
    (guard) => !rule.despite.includes(guard) && guards[guard](reading, match, sentence),
  )
}
