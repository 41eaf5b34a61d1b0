import { lazy, Suspense, type ReactNode } from 'react'
import { RefusalDetail } from '#kit/Answering.tsx'
import type { Refused } from '#kit/call.ts'
import { useSentences } from './useSentences.ts'

// Only a stale change needs it; the first load does not wait for it.
const Since = lazy(async () => ({
  default: (await import('#features/complaints/timeline/ui/Since.tsx')).Since,
}))

/** Wherever a stale change is refused on this page, what happened since stands below the sentence. */
export function StaleDetail({ children }: { children: ReactNode }) {
  return (
    <RefusalDetail
      value={(refusal) => (
        <Suspense>
          <SinceThen refusal={refusal} />
        </Suspense>
      )}
    >
      {children}
    </RefusalDetail>
  )
}

function SinceThen({ refusal }: { refusal: Refused }) {
  return <Since refusal={refusal} sentence={useSentences()} />
}
