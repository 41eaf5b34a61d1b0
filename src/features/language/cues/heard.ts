import { original, type Span } from '#kernel/japanese-text/mapped-text.ts'
import type { CompanyPhrases, Cue, Heard, Utterance } from '../contract.ts'
import { allCues } from './all.ts'
import { companyTrials } from './company-words.ts'
import type { CueRule } from './cue.ts'
import { found, guards } from './guards.ts'
import { placesOf, type Places, type Trial } from './places.ts'
import { read, sentenceAround, type Reading } from './reading.ts'

let places: Places | undefined

/** The cues of one utterance in the order they are said; each code once per utterance. */
export function hear(
  { speaker, text }: Utterance,
  companyWords: readonly CompanyPhrases[] = [],
): Heard {
  const reading = read(text)
  const heard = new Map<CueRule, Cue>()
  const open = ({ rule }: Trial) =>
    !heard.has(rule) && (speaker === 'customer' || rule.fromOperator)
  for (const { trial, match } of matches(reading.text, open, companyTrials(companyWords))) {
    if (!carries(trial, reading, match)) continue
    const { start, end } = original(reading.mapped, match.start, match.end)
    heard.set(trial.rule, { code: trial.rule.code, start, end, words: text.slice(start, end) })
  }
  return { cues: [...heard.values()].toSorted((a, b) => a.start - b.start) }
}

function* matches(
  text: string,
  open: (trial: Trial) => boolean,
  more: readonly Trial[],
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
  for (const trial of [...places.anywhere, ...more])
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
