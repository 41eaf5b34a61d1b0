import { useNavigate, useSearch } from '@tanstack/react-router'
import { InboxDesk } from '#features/complaints/ui/InboxDesk.tsx'
import { useMessages } from '#kit/language.tsx'
import { webMessages } from '../messages.ts'
import { usePageTitle } from '../shell/title.tsx'

export default function Inbox() {
  const words = useMessages(webMessages)
  const search = useSearch({ from: '/staff/inbox' })
  const navigate = useNavigate()
  usePageTitle(words.inbox)
  return (
    <InboxDesk
      place={{ view: search.view ?? 'open', words: search.words ?? '' }}
      onMove={({ view, words: wanted }) =>
        void navigate({
          to: '/inbox',
          search: { ...(view === 'open' ? {} : { view }), ...(wanted ? { words: wanted } : {}) },
          replace: view === (search.view ?? 'open'),
        })
      }
    />
  )
}
