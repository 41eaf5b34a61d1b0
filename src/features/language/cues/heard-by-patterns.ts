import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import { allCues } from './all.ts'
import type { CueRule } from './cue.ts'
import { found, guards } from './guards.ts'
import { placesOf, type Places, type Trial } from './places.ts'
import { sentenceAround, type Reading } from './reading.ts'

let places: Places | undefined

/** The rules that are still written as regular expressions. */
export function heardByPatterns(
  reading: Reading,
  mayHear: (rule: CueRule) => boolean,
): Map<CueRule, Span> {
  const heard = new Map<CueRule, Span>()
  const open = ({ rule }: Trial) => !heard.has(rule) && mayHear(rule)
  for (const { trial, match } of matches(reading.text, open))
    if (carries(trial, reading, match)) heard.set(trial.rule, match)
  return heard
}

function* matches(
  text: string,
  open: (trial: Trial) => boolean,
): Generator<{ trial: Trial; match: Span }> {
  places ??= placesOf(allCues)
  const past = new Map<Trial, number>()
  for (let at = 0; at < text.length; at++)
    for (const letters of [text.slice(at, at + 2), text.charAt(at)])
      for (const trial of places.byLetters.get(letters) ?? []) {
        if (!open(trial) || (past.get(trial) ?? 0) > at) continue
        const { here } = trial.pattern
        here.lastIndex = at
        const end = here.test(text) ? here.lastIndex : at
        if (end === at) continue
        past.set(trial, end)
        yield { trial, match: { start: at, end } }
      }
  for (const trial of places.anywhere)
    for (const { index, 0: words } of text.matchAll(trial.pattern.match))
      if (open(trial)) yield { trial, match: { start: index, end: index + words.length } }
}

function carries({ rule, pattern }: Trial, reading: Reading, match: Span): boolean {
  const sentence = sentenceAround(reading, match)
  const words = reading.text.slice(sentence.start, sentence.end)
  const isExcused = [pattern.unless, rule.unless].some((each) => each && found(each, words))
  return (
    !isExcused &&
    !(['negated', 'reported', 'hearsay', 'thanked'] as const).some(
      (guard) => !rule.despite.includes(guard) && guards[guard](reading, match, sentence),
    )
  )
}
