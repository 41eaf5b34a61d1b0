import { original } from '#kernel/japanese-text/mapped-text.ts'
import type { Cue, Heard, Utterance } from '../contract.ts'
import { allCues } from './all.ts'
import type { CueRule } from './cue.ts'
import { found, guards } from './guards.ts'
import { read, sentenceAround, type Reading } from './reading.ts'

/** The cues of one utterance in the order they are said; each code once per utterance. */
export function hear({ speaker, text }: Utterance): Heard {
  const reading = read(text)
  const cues = allCues
    .filter(({ fromOperator }) => speaker === 'customer' || fromOperator)
    .flatMap((rule) => firstOf(rule, reading, text) ?? [])
  return { cues: cues.toSorted((a, b) => a.start - b.start) }
}

function firstOf(rule: CueRule, reading: Reading, text: string): Cue | undefined {
  for (const { match: pattern, unless } of rule.patterns) {
    for (const match of reading.text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      const sentence = sentenceAround(reading, span)
      const words = reading.text.slice(sentence.start, sentence.end)
      const isExcused = [unless, rule.unless].some((each) => each && found(each, words))
      const guarded = (['negated', 'reported', 'hearsay', 'thanked'] as const).some(
        (guard) => !rule.despite.includes(guard) && guards[guard](reading, span, sentence),
      )
      if (isExcused || guarded) continue
      const { start, end } = original(reading.mapped, span.start, span.end)
      return { code: rule.code, start, end, words: text.slice(start, end) }
    }
  }
  return undefined
}
