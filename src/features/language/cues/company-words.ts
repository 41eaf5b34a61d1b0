import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import type { CompanyPhrases } from '../contract.ts'
import { allCues } from './all.ts'
import type { CueRule } from './cue.ts'
import { read, type Reading } from './reading.ts'

/** Where the company's own phrases stand, and the cue they belong to. A phrase is read as the text is. */
export function companySpans(
  companyWords: readonly CompanyPhrases[],
  { text }: Reading,
): readonly { rule: CueRule; match: Span }[] {
  return companyWords.flatMap(({ code, phrases }) => {
    const rule = allCues.find((cue) => cue.code === code)
    if (!rule) return []
    return phrases
      .map((phrase) => read(phrase.trim()).text)
      .filter((words) => words !== '')
      .flatMap((words) => placesOf(text, words).map((match) => ({ rule, match })))
  })
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    places.push({ start: at, end: at + words.length })
  return places
}
