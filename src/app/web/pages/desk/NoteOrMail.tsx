import { Mail } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Composer } from '#features/complaints/timeline/ui/Composer.tsx'
import { CueField } from '#features/language/ui/CueField.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { deskMessages } from './messages.ts'

const PromisesInMail = later(() => import('./PromisesInMail.tsx'))
const MailReply = later(() => import('#features/letters/ui/MailReply.tsx'))

/** The one place to write: a note that stays here, or a reply that goes to the customer. Never both at once. */
export function NoteOrMail({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(deskMessages)
  const [isReplying, setReplying] = useState(false)
  if (isReplying) {
    return (
      <Suspense>
        <MailReply
          complaintId={complaintId}
          onClose={() => setReplying(false)}
          onReopen={() => setReplying(true)}
          promises={(told) => (
            <Suspense>
              <PromisesInMail complaintId={complaintId} told={told} />
            </Suspense>
          )}
        />
      </Suspense>
    )
  }
  return (
    <Composer
      complaintId={complaintId}
      field={CueField}
      beside={
        <Button
          size="small"
          keys="m"
          icon={<Mail aria-hidden size={15} />}
          onPress={() => setReplying(true)}
        >
          {words.mailReply}
        </Button>
      }
    />
  )
}
