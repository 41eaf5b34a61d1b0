import { ok, refuse, type Result } from '#kernel/result.ts'
import { cueCode, type CompanyPhrases, type Finding } from '../contract.ts'
import { hear } from '../cues/heard.ts'
import { lint } from '../wording/lint.ts'
import { companyFindings, phraseRules } from '../wording/company-words.ts'
import { draftOf } from '../wording/draft.ts'
import type { CompanyWords, Miss } from './contract.ts'

type Code = CompanyPhrases['code']
export type Place = { readonly start: number; readonly end: number }

/** Where company words can be added: every cue, and the rules that look for words. */
export function takesPhrases(code: Code): boolean {
  return isCue(code) || phraseRules.some((rule) => rule === code)
}

export function isCue(code: Code): boolean {
  return cueCode.safeParse(code).success
}

/** What keeps these words from being saved, before a sentence is tried. */
export function whyIncomplete(words: CompanyWords): Result<CompanyWords> {
  const phrases = filled(words.phrases)
  const mustLight = filled(words.mustLight)
  const mustNotLight = filled(words.mustNotLight)
  if (!takesPhrases(words.code)) return refuse('invalid', 'language.rule-without-phrases', {})
  if (phrases.length === 0) return refuse('invalid', 'language.phrase-missing', {})
  const short = phrases.find((phrase) => [...phrase.replaceAll(/\P{L}/gu, '')].length < 2)
  if (short !== undefined) return refuse('invalid', 'language.phrase-too-short', { phrase: short })
  if (mustLight.length === 0 || mustNotLight.length === 0)
    return refuse('invalid', 'language.test-sentence-missing', {})
  return ok({ ...words, phrases, mustLight, mustNotLight })
}

/** Where this sentence lights for this code. */
export function lightsIn(
  code: Code,
  sentence: string,
  words: readonly CompanyPhrases[],
): readonly Place[] {
  if (isCue(code))
    return hear({ speaker: 'customer', text: sentence }, words).cues.filter(
      (cue) => cue.code === code,
    )
  const kind = code === 'private-in-public' ? 'public-reply' : 'mail'
  return lint({ kind, text: sentence }, {}, words).findings.filter(({ rule }) => rule === code)
}

function lights(code: Code, sentence: string, words: readonly CompanyPhrases[]): boolean {
  return lightsIn(code, sentence, words).length > 0
}

/** Our own words while they are typed: what the company has asked not to say. */
export function advised(text: string, words: readonly CompanyPhrases[]): readonly Finding[] {
  return companyFindings(draftOf({ kind: 'talk', text }, {}), words)
}

/** The test sentences that do not come out as meant. */
export function missesOf(words: CompanyWords): Miss[] {
  const own = [words]
  const dark = filled(words.mustLight).filter((each) => !lights(words.code, each, own))
  const lit = filled(words.mustNotLight).filter((each) => lights(words.code, each, own))
  return [
    ...dark.map((sentence) => ({ sentence, expected: 'light' as const, isShipped: false })),
    ...lit.map((sentence) => ({
      sentence,
      expected: 'dark' as const,
      isShipped: lights(words.code, sentence, []),
    })),
  ]
}

export function filled(lines: readonly string[]): string[] {
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
}
