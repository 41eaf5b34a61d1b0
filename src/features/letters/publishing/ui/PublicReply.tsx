import { MessageCircle } from 'lucide-react'
import { readPublicReply, type OpenPublicReply } from '#features/letters/public/contract.ts'
import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { isComposing } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { Approving } from './parts/Approving.tsx'
import { Begin } from './parts/Begin.tsx'
import { Posted } from './parts/Posted.tsx'
import { Preview } from './parts/Preview.tsx'
import { Text } from './parts/Text.tsx'
import { usePublicReply } from './parts/usePublicReply.ts'
import { Versions } from './parts/Versions.tsx'

type Place = { readonly complaintId: string; readonly onClose: () => void }

/** A reply that everybody will read: written beside how it will stand, approved, put there, and recorded. */
export default function PublicReply(props: Place) {
  const { words } = useMessages(publishingMessages)
  const open = useAnswer(readPublicReply, { params: { complaintId: props.complaintId } })
  return (
    <section
      aria-label={words.title}
      data-print="off"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
        event.stopPropagation()
        props.onClose()
      }}
      className="flex flex-col gap-3 border-t-2 border-accent bg-surface pt-3"
    >
      <div className="flex items-center gap-2">
        <h3 className="flex items-center gap-2 text-base font-semibold text-accent">
          <MessageCircle aria-hidden size={18} />
          {words.title}
        </h3>
        <Button kind="quiet" size="small" className="ms-auto" onPress={props.onClose}>
          {words.close}
        </Button>
      </div>
      <Answering answer={open}>{(value) => <Writing {...props} open={value} />}</Answering>
    </section>
  )
}

function Writing({ complaintId, open }: Place & { open: OpenPublicReply }) {
  const reply = usePublicReply(complaintId, open)
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        <Begin complaintId={complaintId} open={open} reply={reply} />
        <Text complaintId={complaintId} reply={reply} />
        <Approving open={open} reply={reply} />
        {reply.isReady ? <Posted complaintId={complaintId} open={open} reply={reply} /> : null}
        <Refusal refusal={reply.refusal} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Preview open={open} text={reply.typed.text} />
        <Versions complaintId={complaintId} open={open} reply={reply} />
      </div>
    </div>
  )
}
