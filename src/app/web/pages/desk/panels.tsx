import { lazy, Suspense, type ReactNode } from 'react'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'

const MailEntry = lazy(() => import('#features/intake/mail/ui/MailEntry.tsx'))

/** Entries that a room shows in its own way; the others are a sentence. */
export function panelOf({ type, payload, at }: TimelineEntry): ReactNode {
  return type === 'intake.mail-received' && payload ? (
    <Suspense>
      <MailEntry payload={payload} at={at} />
    </Suspense>
  ) : null
}
