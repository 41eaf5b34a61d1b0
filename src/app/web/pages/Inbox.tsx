import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { AssignedLine, Narrow } from '#features/assignment/contract.ts'
import { InboxDesk } from '#features/complaints/ui/InboxDesk.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { webMessages } from '../messages.ts'
import { usePageTitle } from '../shell/title.tsx'

const BulkBar = later(() => import('#features/assignment/ui/BulkBar.tsx'))
const LineMarks = lazy(() => import('#features/assignment/ui/LineMarks.tsx'))
const OwnerDialog = later(() => import('#features/assignment/ui/OwnerDialog.tsx'))
const SavedViews = lazy(() => import('#features/assignment/ui/SavedViews.tsx'))

/** The same function for every row, so that a row that has not changed is not drawn again. */
function markOf(line: AssignedLine, at: string) {
  return (
    <Suspense>
      <LineMarks line={line} at={at} />
    </Suspense>
  )
}

export default function Inbox() {
  const words = useMessages(webMessages)
  const { words: sought = '', ...search } = useSearch({ from: '/staff/inbox' })
  const navigate = useNavigate()
  usePageTitle(words.inbox)
  const narrow: Narrow = { ...search, view: search.view ?? 'open' }
  const move = ({ view, ...rest }: Narrow, wanted: string) =>
    void navigate({
      to: '/inbox',
      search: {
        ...rest,
        ...(view === 'open' ? {} : { view }),
        ...(wanted ? { words: wanted } : {}),
      },
      replace: view === narrow.view,
    })
  return (
    <InboxDesk
      place={{ narrow, words: sought }}
      onMove={(place) => move(place.narrow, place.words)}
      views={
        <Suspense>
          <SavedViews narrow={narrow} onNarrow={(next) => move(next, sought)} />
        </Suspense>
      }
      mark={markOf}
      bulk={(complaintIds, clear) => (
        <Suspense>
          <BulkBar complaintIds={complaintIds} onClear={clear} />
        </Suspense>
      )}
      assigning={(complaintId, close) => (
        <Suspense>
          <OwnerDialog key={complaintId} complaintId={complaintId} onClose={close} />
        </Suspense>
      )}
    />
  )
}
