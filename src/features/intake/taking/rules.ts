import type { Language } from '#kernel/dictionary.ts'
import type { Remark } from '../import/contract.ts'
import { importMessages } from '../import/messages.ts'
import { intakeMessages } from '../messages.ts'

/** Why a line was refused, in words; the code itself when another room refused it. */
export function sentenceOf(
  { code, data }: { readonly code: string; readonly data: unknown },
  language: Language,
): string {
  const known = { ...intakeMessages[language].refusals, ...importMessages[language].refusals }
  const phrase: unknown = Object.entries(known).find(([key]) => key === code)?.[1]
  if (typeof phrase === 'function') return String(phrase(data))
  return typeof phrase === 'string' ? phrase : code
}

export function remarkOf({ code, text }: Remark, language: Language): string {
  return importMessages[language].words.remarks[code]({ text })
}
