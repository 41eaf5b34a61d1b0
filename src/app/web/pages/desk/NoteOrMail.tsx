import { Mail, MessageCircle } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Composer } from '#features/complaints/timeline/ui/Composer.tsx'
import { CueField } from '#features/language/ui/CueField.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { deskMessages } from './messages.ts'

const ChatDesk = later(() => import('./ChatDesk.tsx'))
const DraftThere = later(() => import('#features/letters/comments/ui/DraftThere.tsx'))
const MailDesk = later(() => import('./MailDesk.tsx'))
const PublicDesk = later(() => import('./PublicDesk.tsx'))

type Writing = 'note' | 'mail' | 'chat' | 'public'
type Place = { complaintId: string; isChat: boolean; isReview: boolean }

/** The one place to write: a note that stays here, or a reply that goes to the customer. Never both at once. */
export function NoteOrMail({ complaintId, isChat, isReview }: Place) {
  const [writing, write] = useState<Writing>(isChat ? 'chat' : 'note')
  const toNote = () => write('note')
  const note = <Note {...{ complaintId, isChat, isReview, write }} />
  if (writing === 'note') {
    return (
      <>
        <Suspense>
          <DraftThere complaintId={complaintId} />
        </Suspense>
        {note}
      </>
    )
  }
  if (writing === 'chat') {
    return (
      <Suspense fallback={note}>
        <ChatDesk
          complaintId={complaintId}
          onClose={toNote}
          instead={<Note {...{ complaintId, isReview, write }} isChat={false} />}
        />
      </Suspense>
    )
  }
  if (writing === 'public') {
    return (
      <Suspense fallback={note}>
        <PublicDesk complaintId={complaintId} onClose={toNote} />
      </Suspense>
    )
  }
  return (
    <Suspense>
      <MailDesk complaintId={complaintId} onClose={toNote} onReopen={() => write('mail')} />
    </Suspense>
  )
}

function Note(props: Place & { write: (into: Writing) => void }) {
  const { words } = useMessages(deskMessages)
  const { complaintId, isChat, isReview, write } = props
  return (
    <Composer
      complaintId={complaintId}
      field={CueField}
      beside={
        <>
          {isChat ? (
            <Button
              size="small"
              icon={<MessageCircle aria-hidden size={15} />}
              onPress={() => write('chat')}
            >
              {words.chatReply}
            </Button>
          ) : null}
          {isReview ? (
            <Button
              size="small"
              keys="r"
              icon={<MessageCircle aria-hidden size={15} />}
              onPress={() => write('public')}
            >
              {words.publicReply}
            </Button>
          ) : null}
          <Button
            size="small"
            keys="m"
            icon={<Mail aria-hidden size={15} />}
            onPress={() => write('mail')}
          >
            {words.mailReply}
          </Button>
        </>
      }
    />
  )
}
