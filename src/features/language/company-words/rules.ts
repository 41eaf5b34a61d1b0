import { ok, refuse, type Result } from '#kernel/result.ts'
import { cueCode, type CompanyPhrases } from '../contract.ts'
import { hear } from '../cues/heard.ts'
import { lint } from '../wording/lint.ts'
import { phraseRules } from '../wording/codes.ts'
import type { CompanyWords, Miss, Place, Tried } from './contract.ts'

type Code = CompanyPhrases['code']

/** Company words can be added to every cue, and to the rules that look for words. */
function takesPhrases(code: Code): boolean {
  return isCue(code) || phraseRules.some((rule) => rule === code)
}

function isCue(code: Code): boolean {
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
function lightsIn(
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

/** Every test sentence as it is read with these words. */
export function tried(words: CompanyWords): Tried[] {
  const misses = missesOf(words)
  return (['light', 'dark'] as const).flatMap((expected) =>
    filled(expected === 'light' ? words.mustLight : words.mustNotLight).map((sentence) => {
      const miss = misses.find((each) => each.sentence === sentence && each.expected === expected)
      const places = lightsIn(words.code, sentence, [words]).map(({ start, end }) => ({
        start,
        end,
      }))
      return { sentence, places, isAsMeant: !miss, isShipped: miss?.isShipped ?? false }
    }),
  )
}

export function filled(lines: readonly string[]): string[] {
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
}
