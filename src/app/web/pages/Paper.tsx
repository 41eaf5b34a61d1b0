import { useNavigate } from '@tanstack/react-router'
import { paperMessages } from '#features/intake/paper/messages.ts'
import { PaperDesk } from '#features/intake/paper/ui/PaperDesk.tsx'
import { useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'

export default function Paper() {
  const { words } = useMessages(paperMessages)
  const navigate = useNavigate()
  usePageTitle(words.title)
  return (
    <PaperDesk
      onDone={(complaintId) =>
        void navigate({ to: '/complaints/$complaintId', params: { complaintId } })
      }
    />
  )
}
