import { desk, readViewer } from '#features/access/contract.ts'
import { reviewsMessages } from '#features/intake/reviews/messages.ts'
import { Reviews as ReviewDesk } from '#features/intake/reviews/ui/Reviews.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { usePageTitle } from '../shell/title.tsx'

const PublicReply = later(() => import('#features/letters/publishing/ui/PublicReply.tsx'))

export default function Reviews() {
  const { words } = useMessages(reviewsMessages)
  const viewer = useAnswer(readViewer, {})
  usePageTitle(words.title)
  const roles = viewer.state === 'ready' ? viewer.value.roles : []
  return (
    <div className="mx-auto max-w-5xl p-4 sm:p-6">
      <h2 className="sr-only">{words.title}</h2>
      <ReviewDesk
        mayReceive={desk.some((role) => roles.includes(role))}
        reply={(complaintId, close) => <PublicReply complaintId={complaintId} onClose={close} />}
      />
    </div>
  )
}
