import type { Language } from '#kernel/dictionary.ts'
import { channel, demandKind } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { cueCode } from '#features/language/contract.ts'
import { languageMessages } from '#features/language/messages.ts'

/** Names for codes that cross from one room into another; an unknown code stays as it is. */
export function cueName(code: string, language: Language): string {
  const known = cueCode.safeParse(code)
  return known.success ? languageMessages[language].words.cues[known.data] : code
}

export function channelName(code: string, language: Language): string {
  const known = channel.safeParse(code)
  return known.success ? complaintsMessages[language].words.channels[known.data] : code
}

export function demandName(code: string, language: Language): string {
  const known = demandKind.safeParse(code)
  return known.success ? complaintsMessages[language].words.demandKinds[known.data] : code
}
