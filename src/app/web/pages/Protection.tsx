import { Link, useParams } from '@tanstack/react-router'
import { readingMessages } from '#features/protection/reading/messages.ts'
import ProtectionDesk from '#features/protection/ui/ProtectionDesk.tsx'
import { useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'

/** Not a part of the case desk: whoever comes here has said why. */
export default function Protection() {
  const { complaintId } = useParams({ from: '/staff/protection/$complaintId' })
  const { words } = useMessages(readingMessages)
  usePageTitle(words.title)
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4 sm:p-8">
      <Link
        to="/complaints/$complaintId"
        params={{ complaintId }}
        className="tap self-start text-sm text-accent underline underline-offset-4"
      >
        {words.back}
      </Link>
      <ProtectionDesk key={complaintId} complaintId={complaintId} />
    </div>
  )
}
