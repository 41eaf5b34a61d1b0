import type { Language } from '#kernel/dictionary.ts'
import { cueCode } from '#features/language/contract.ts'
import { languageMessages } from '#features/language/messages.ts'

/** 「上司を出せ」 for asks_supervisor; a code that a newer version knows is shown as it is. */
export function cueName(code: string, language: Language): string {
  const known = cueCode.safeParse(code)
  return known.success ? languageMessages[language].words.cues[known.data] : code
}
