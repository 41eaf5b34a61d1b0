import { use } from 'react'
import type { Language } from '#kernel/dictionary.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { useLanguage } from '#kit/language.tsx'
import { preferences } from '#kit/preferences.ts'
import { fetchEventWords } from '../../words.ts'

type SentenceOf = (entry: TimelineEntry) => string
const fetched = new Map<Language, Promise<SentenceOf>>()

/** Entries of the record in sentences. Suspends until the words are there; they are on their way with the page. */
export function useSentences(): SentenceOf {
  return use(sentencesIn(useLanguage()))
}

function sentencesIn(language: Language): Promise<SentenceOf> {
  const known = fetched.get(language)
  if (known) return known
  const asked = Promise.all([import('./sentences.ts'), fetchEventWords(language)]).then(
    ([{ sentenceOf }]): SentenceOf =>
      (entry) =>
        sentenceOf(entry, language),
  )
  fetched.set(language, asked)
  // Without a connection now, it is asked for again when it is shown again.
  asked.catch(() => fetched.delete(language))
  return asked
}

void sentencesIn(preferences().language).catch(() => undefined)
