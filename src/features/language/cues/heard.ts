import { original, type Span } from '#kernel/japanese-text/mapped-text.ts'
import type { CompanyPhrases, Cue, Heard, Utterance } from '../contract.ts'
import { companySpans } from './company-words.ts'
import type { CueRule } from './cue.ts'
import { guards } from './guards.ts'
import { judge, type Trial, worthTrying } from './judge.ts'
import type { Phrase } from './phrase.ts'
import { read, type Reading, sentenceAround } from './reading.ts'
import { said, type WordReading } from './said.ts'
import { wordsIn } from './words-found.ts'

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

function* heardByPhrases(
  reading: Reading,
  mayHear: (rule: CueRule) => boolean,
): Generator<{ rule: CueRule; match: Span }> {
  const ready = judge()
  const { index, except } = ready
  const found = wordsIn(reading.text, index)
  const words: WordReading = { ...reading, index, words: found, bySlot: new Map() }
  for (const trial of worthTrying(ready, found)) {
    if (!mayHear(trial.rule)) continue
    const match = firstCarried(trial, words, except.get(trial.rule) ?? [])
    if (match) yield { rule: trial.rule, match }
  }
}

function firstCarried(
  { rule, phrase: one }: Trial,
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
