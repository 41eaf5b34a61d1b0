import type { CompanyPhrases } from '../contract.ts'
import { allCues } from './all.ts'
import type { Trial } from './places.ts'
import { read } from './reading.ts'

const known = new WeakMap<readonly CompanyPhrases[], readonly Trial[]>()

/** The company's own phrases as patterns of the cue they belong to, under the guards of that cue. */
export function companyTrials(companyWords: readonly CompanyPhrases[]): readonly Trial[] {
  if (companyWords.length === 0) return []
  const made = known.get(companyWords) ?? trialsOf(companyWords)
  known.set(companyWords, made)
  return made
}

function trialsOf(companyWords: readonly CompanyPhrases[]): Trial[] {
  return companyWords.flatMap(({ code, phrases }) => {
    const rule = allCues.find((cue) => cue.code === code)
    return rule ? phrases.flatMap(sourceOf).map((source) => ({ rule, pattern: found(source) })) : []
  })
}

/** A phrase is read as the text is, so that widths, kana and spellings do not part them. */
function sourceOf(phrase: string): string[] {
  const usual = read(phrase.trim()).text
  return usual === '' ? [] : [usual.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')]
}

function found(source: string) {
  return { source, match: new RegExp(source, 'g'), here: new RegExp(source, 'y') }
}
