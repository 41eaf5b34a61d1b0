import { Send } from 'lucide-react'
import { useRef, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { leaveChat, type ChatConversation } from '#features/chat/window/contract.ts'
import { windowMessages } from '#features/chat/window/messages.ts'
import type { useChat } from './useChat.ts'

/** One field. Enter is a new line; Ctrl/⌘+Enter and the button send. */
export function Say(props: {
  slug: string
  token: string
  chat: ReturnType<typeof useChat>
  conversation: ChatConversation
  typed: () => void
}) {
  const { words } = useMessages(windowMessages)
  const { chat, conversation } = props
  const { text, delivery } = chat
  const area = useRef<HTMLTextAreaElement>(null)
  function send() {
    const typed = text.value.trim()
    area.current?.focus()
    if (typed !== '') chat.say(typed)
  }
  return (
    <section
      aria-label={words.message}
      className="flex flex-col gap-2 border-t border-line px-4 pt-2 pb-3 sm:px-6"
    >
      <Refusal refusal={delivery.refusal} />
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextArea
            label={words.message}
            hidesLabel
            value={text.value}
            onChange={(value) => {
              text.change(value)
              if (value !== '') props.typed()
            }}
            rows={2}
            areaRef={area}
            onSend={send}
            className="max-h-40! text-base"
          />
        </div>
        <Button
          kind="primary"
          size="large"
          className="px-4!"
          label={words.send}
          icon={<Send aria-hidden size={20} />}
          onPress={send}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-2xs text-sub">
        <p className="me-auto">{words.keys}</p>
        {conversation.isEnded ? null : <End {...props} />}
      </div>
    </section>
  )
}

/** Asked once, in its own place: whoever is upset presses the wrong thing. */
function End(props: { slug: string; token: string; chat: ReturnType<typeof useChat> }) {
  const { words } = useMessages(windowMessages)
  const [isAsking, setAsking] = useState(false)
  const leave = useCommand(leaveChat)
  const { slug, token, chat } = props
  async function end() {
    const answered = await leave.send({ params: { slug }, body: { token } })
    if (answered.ok) chat.show(answered.value)
  }
  if (!isAsking)
    return (
      <Button kind="quiet" size="small" onPress={() => setAsking(true)}>
        {words.end}
      </Button>
    )
  return (
    <div
      role="group"
      aria-label={words.endAsk}
      className="flex w-full flex-wrap items-center gap-2"
    >
      <p className="flex-1 text-sm text-ink">{words.endAsk}</p>
      <Button size="small" autoFocus onPress={() => setAsking(false)}>
        {words.endNo}
      </Button>
      <Button size="small" kind="primary" isBusy={leave.isSending} onPress={() => void end()}>
        {words.endYes}
      </Button>
      <Refusal refusal={leave.refusal} />
    </div>
  )
}
