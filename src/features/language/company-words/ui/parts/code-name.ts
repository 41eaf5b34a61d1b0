import type { Language } from '#kernel/dictionary.ts'
import { cueCode, wordingRules, type CompanyPhrases } from '#features/language/contract.ts'
import { languageMessages } from '#features/language/messages.ts'
import { companyWordsMessages } from '../../messages.ts'

type Code = CompanyPhrases['code']

/** 「合図：上司を出せ」, 「言葉づかい：言い訳」. */
export function codeName(code: Code, language: Language): string {
  const { words } = companyWordsMessages[language]
  const names = languageMessages[language].words
  const cue = cueCode.safeParse(code)
  if (cue.success) return words.kindOf({ kind: words.cue, name: names.cues[cue.data] })
  const rule = wordingRules.find((each) => each === code)
  return rule ? words.kindOf({ kind: words.rule, name: names.rules[rule] }) : code
}
