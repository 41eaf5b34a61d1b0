import type { ReactNode } from 'react'
import ChatReply from '#features/chat/ui/ChatReply.tsx'
import GatedText from '#features/letters/ui/GatedText.tsx'
import PromisesInText from './PromisesInText.tsx'

/** A reply in the chat goes through the gate of the letters, and shows what it finds as they do. */
export default function ChatDesk(props: {
  complaintId: string
  onClose: () => void
  instead: ReactNode
}) {
  const { complaintId } = props
  return (
    <ChatReply
      {...props}
      field={GatedText}
      promises={(text) => <PromisesInText complaintId={complaintId} text={text} />}
    />
  )
}
