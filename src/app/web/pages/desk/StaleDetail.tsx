import { lazy, Suspense, type ReactNode } from 'react'
import { RefusalDetail } from '#kit/Answering.tsx'
import { useLanguage } from '#kit/language.tsx'
import { sentenceOf } from './sentences.ts'

// Only a stale change needs it; the first load does not wait for it.
const Since = lazy(async () => ({
  default: (await import('#features/complaints/timeline/ui/Since.tsx')).Since,
}))

/** Wherever a stale change is refused on this page, what happened since stands below the sentence. */
export function StaleDetail({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return (
    <RefusalDetail
      value={(refusal) => (
        <Suspense>
          <Since refusal={refusal} sentence={(entry) => sentenceOf(entry, language)} />
        </Suspense>
      )}
    >
      {children}
    </RefusalDetail>
  )
}
