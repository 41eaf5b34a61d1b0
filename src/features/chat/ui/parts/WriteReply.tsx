import { CheckCheck, DoorClosed, Send } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { DeskChat } from '#features/chat/contract.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import type { WritingHandle } from '#kit/WritingArea.tsx'
import type { GatedField } from './gated.ts'
import { useChatReply, useReading } from './useChatReply.ts'

type Props = {
  complaintId: string
  field: GatedField
  promises: (text: string) => ReactNode
  chat: DeskChat
  head: number
  onEnd: () => void
}

/** One field, what the gate finds in it, and one key. Phrases of the guide are put in here. */
export function WriteReply(props: Props) {
  const { words } = useMessages(chatMessages)
  const { complaintId, chat, head, field: Field } = props
  const area = useRef<WritingHandle>(null)
  const reply = useChatReply(complaintId, head, 'reply')
  const { typed } = useReading(complaintId, head)
  const { text, reasons } = reply.draft.value
  async function send() {
    if (text.trim() === '') return area.current?.focus()
    if (await reply.send()) showToast({ text: words.sent, tone: 'done', forMs: 2000 })
    return area.current?.focus()
  }
  return (
    <>
      <Field
        complaintId={complaintId}
        label={words.text}
        text={text}
        findings={reply.findings}
        reasons={reasons}
        onText={(value) => {
          reply.change({ text: value })
          typed()
        }}
        onReason={(rule, reason) => reply.change({ reasons: { ...reasons, [rule]: reason } })}
        onSend={() => void send()}
        field={area}
      />
      {props.promises(text)}
      <Refusal refusal={reply.refusal} />
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1.5">
        <p className="me-auto text-2xs text-sub">
          {words.toCustomer}
          {words.asName({ name: chat.toldAs })}
        </p>
        <LastRead complaintId={complaintId} customerRead={chat.customerRead} />
        <Button
          kind="quiet"
          size="small"
          icon={<DoorClosed aria-hidden size={15} />}
          onPress={props.onEnd}
        >
          {words.end}
        </Button>
        <Button
          kind="primary"
          icon={<Send aria-hidden size={16} />}
          keys="mod+enter"
          keysInFields
          isBusy={reply.isSending}
          onPress={() => void send()}
        >
          {reply.hasNews ? words.readAndSend : words.send}
        </Button>
      </div>
    </>
  )
}

/** Has the customer seen our last words? */
function LastRead(props: { complaintId: string; customerRead: number }) {
  const { words } = useMessages(chatMessages)
  const { complaintId, customerRead } = props
  const timeline = useAnswer(readTimeline, { params: { complaintId }, query: {} })
  const entries = timeline.state === 'ready' ? timeline.value.entries : []
  const last = entries.findLast(
    ({ type, payload, by }) =>
      type === 'complaints.noted' && payload?.['chat'] !== undefined && by !== 'customer',
  )
  if (!last) return null
  const isRead = last.sequence <= customerRead
  return (
    <p
      role="status"
      className={`flex items-center gap-1 text-xs ${isRead ? 'text-green' : 'text-sub'}`}
    >
      <CheckCheck aria-hidden size={14} />
      {isRead ? words.read : words.unread}
    </p>
  )
}
