import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import type { CompanyPhrases } from '../contract.ts'
import { type CueCode, cueCodes } from './codes.ts'
import { isGuarded } from './guards.ts'
import { read, type Reading } from './reading.ts'

/** Where the company's own phrases stand, and the cue they belong to. A phrase is read as the text is. */
export function companySpans(
  companyWords: readonly CompanyPhrases[],
  reading: Reading,
): readonly { code: CueCode; match: Span }[] {
  return companyWords.flatMap(({ code: own, phrases }) => {
    const code = cueCodes.find((each) => each === own)
    if (!code) return []
    return phrases
      .map((phrase) => read(phrase.trim()).text)
      .filter((words) => words !== '')
      .flatMap((words) => placesOf(reading.text, words))
      .filter((match) => !isGuarded(reading, match))
      .map((match) => ({ code, match }))
  })
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    places.push({ start: at, end: at + words.length })
  return places
}
