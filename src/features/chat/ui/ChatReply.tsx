import { MessageCircle, NotebookPen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { readChat, type DeskChat } from '#features/chat/contract.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAgain } from '#kit/again.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Farewell } from './parts/Farewell.tsx'
import type { GatedField } from './parts/gated.ts'
import { Over } from './parts/Over.tsx'
import { Standing } from './parts/Standing.tsx'
import { WriteReply } from './parts/WriteReply.tsx'

/** The desk's side of a chat, below the record. It goes to the customer at once, and says so. */
export default function ChatReply(props: {
  complaintId: string
  field: GatedField
  /** What the page shows of the promises in the text. */
  promises: (text: string) => ReactNode
  /** To the note, which stays here. */
  onClose: () => void
  /** In place of it, when this complaint has no conversation. */
  instead: ReactNode
}) {
  const { complaintId } = props
  const chat = useAnswer(readChat, { params: { complaintId } })
  const timeline = useAnswer(readTimeline, { params: { complaintId }, query: {} })
  // Whether somebody still types or looks is known without anything moving.
  useAgain(20, chat.state === 'ready' ? chat.again : () => {})
  const head = timeline.state === 'ready' ? timeline.value.head : 0
  return (
    <Answering answer={chat} skeletonLines={2}>
      {({ chat: value }) =>
        value && head > 0 ? <Chat {...props} chat={value} head={head} /> : props.instead
      }
    </Answering>
  )
}

type ChatProps = {
  complaintId: string
  field: GatedField
  promises: (text: string) => ReactNode
  onClose: () => void
  chat: DeskChat
  head: number
}

function Chat(props: ChatProps) {
  const { words } = useMessages(chatMessages)
  const [isEnding, setEnding] = useState(false)
  const { chat } = props
  return (
    <section
      aria-label={words.reply}
      data-print="off"
      className="flex max-h-[60vh] flex-col gap-2 overflow-y-auto border-t-2 border-accent bg-surface px-4 py-2.5 sm:px-6"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="flex items-center gap-2 text-base font-semibold text-accent">
          <MessageCircle aria-hidden size={18} />
          {words.reply}
        </h3>
        <Standing chat={chat} />
        <div className="ms-auto flex items-center gap-1">
          <Button
            kind="quiet"
            size="small"
            icon={<NotebookPen aria-hidden size={15} />}
            onPress={props.onClose}
          >
            {words.backToNote}
          </Button>
        </div>
      </div>
      {chat.endedAt !== null ? (
        <Over />
      ) : isEnding ? (
        <Farewell {...props} onBack={() => setEnding(false)} />
      ) : (
        <WriteReply {...props} onEnd={() => setEnding(true)} />
      )}
    </section>
  )
}
