import { chatMessages } from '#features/chat/messages.ts'
import { useMessages } from '#kit/language.tsx'

export function Over() {
  const { words } = useMessages(chatMessages)
  return <p className="py-1 text-sm text-sub">{words.over}</p>
}
