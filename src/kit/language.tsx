import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Dictionary, Language, Translated, Words } from '#kernel/dictionary.ts'
import { usePreferences } from '#kit/preferences.ts'

/** The words of a room in the language of this person: `useMessages(commitments).words.keep`. */
export function useMessages<T extends Words>(dictionary: Dictionary<T>): T | Translated<T> {
  return dictionary[usePreferences().language]
}

export function useLanguage(): Language {
  return usePreferences().language
}

/** Components that speak by themselves (calendars, lists) speak the same language. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-US'}>{children}</I18nProvider>
}
