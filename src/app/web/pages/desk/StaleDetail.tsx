import type { ReactNode } from 'react'
import { Since } from '#features/complaints/timeline/ui/Since.tsx'
import { RefusalDetail } from '#kit/Answering.tsx'
import { useLanguage } from '#kit/language.tsx'
import { sentenceOf } from './sentences.ts'

/** Wherever a stale change is refused on this page, what happened since stands below the sentence. */
export function StaleDetail({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return (
    <RefusalDetail
      value={(refusal) => (
        <Since refusal={refusal} sentence={(entry) => sentenceOf(entry, language)} />
      )}
    >
      {children}
    </RefusalDetail>
  )
}
