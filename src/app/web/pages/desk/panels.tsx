import { lazy, Suspense, type ReactNode } from 'react'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'

const AssessmentEntry = lazy(() => import('#features/assessment/ui/EntryLine.tsx'))
const ImportedEntry = lazy(() => import('#features/intake/import/ui/ImportedEntry.tsx'))
const LetterEntry = lazy(() => import('#features/letters/ui/LetterEntry.tsx'))
const SameMatterEntry = lazy(() => import('#features/intake/same-matter/ui/SameMatterEntry.tsx'))
const PaperEntry = lazy(() => import('#features/letters/on-paper/ui/PaperEntry.tsx'))
const MailEntry = lazy(() => import('#features/intake/mail/ui/MailEntry.tsx'))

/** Entries that a room shows in its own way; the others are a sentence. */
export function panelOf(entry: TimelineEntry): ReactNode {
  const panel = entry.payload ? ownPanel(entry, entry.payload) : null
  return panel && <Suspense>{panel}</Suspense>
}

function ownPanel(entry: TimelineEntry, payload: NonNullable<TimelineEntry['payload']>): ReactNode {
  const { type, at, complaintId } = entry
  if (type === 'letters.written') return <LetterEntry payload={payload} complaintId={complaintId} />
  if (type === 'letters.printed') return <PaperEntry {...{ payload, at, complaintId }} />
  if (type === 'intake.mail-received') return <MailEntry payload={payload} at={at} />
  if (type === 'intake.perhaps-same')
    return <SameMatterEntry payload={payload} at={at} complaintId={complaintId} />
  if (type === 'intake.imported') return <ImportedEntry payload={payload} at={at} />
  return type.startsWith('assessment.') ? <AssessmentEntry entry={entry} /> : null
}
