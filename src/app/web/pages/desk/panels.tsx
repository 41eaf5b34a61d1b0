import { lazy, Suspense, type ReactNode } from 'react'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'

const AssessmentEntry = lazy(() => import('#features/assessment/ui/EntryLine.tsx'))
const ImportedEntry = lazy(() => import('#features/intake/import/ui/ImportedEntry.tsx'))
const MailEntry = lazy(() => import('#features/intake/mail/ui/MailEntry.tsx'))

/** Entries that a room shows in its own way; the others are a sentence. */
export function panelOf(entry: TimelineEntry): ReactNode {
  const panel = entry.payload ? ownPanel(entry, entry.payload) : null
  return panel && <Suspense>{panel}</Suspense>
}

function ownPanel(entry: TimelineEntry, payload: NonNullable<TimelineEntry['payload']>): ReactNode {
  if (entry.type === 'intake.mail-received') return <MailEntry payload={payload} at={entry.at} />
  if (entry.type === 'intake.imported') return <ImportedEntry payload={payload} at={entry.at} />
  return entry.type.startsWith('assessment.') ? <AssessmentEntry entry={entry} /> : null
}
