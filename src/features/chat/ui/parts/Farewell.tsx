import { ArrowLeft, Send } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { endChat, type DeskChat } from '#features/chat/contract.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import type { WritingHandle } from '#kit/WritingArea.tsx'
import type { GatedField } from './gated.ts'
import { useChatReply } from './useChatReply.ts'

type Props = {
  complaintId: string
  field: GatedField
  chat: DeskChat
  head: number
  onBack: () => void
}

/** The last words are drafted from the record: what was agreed, what comes next by when, the number. */
export function Farewell(props: Props) {
  const { words } = useMessages(chatMessages)
  const { complaintId, chat, head, field: Field } = props
  const area = useRef<WritingHandle>(null)
  const reply = useChatReply(complaintId, head, 'farewell')
  const end = useCommand(endChat)
  const { text, reasons } = reply.draft.value
  const begin = useEffectEvent(() => {
    if (text === '') reply.change({ text: chat.farewell })
    area.current?.focus()
  })
  useEffect(() => begin(), [])
  const ended = () => showToast({ text: words.ended, tone: 'done' })
  async function send() {
    if (await reply.send()) ended()
  }
  async function endSilently() {
    const answered = await end.send({ params: { complaintId }, body: { basedOn: head } })
    if (answered.ok) ended()
  }
  return (
    <>
      <h4 className="text-sm font-semibold">{words.endTitle}</h4>
      <p className="text-xs text-sub">{words.endLead}</p>
      <Field
        complaintId={complaintId}
        label={words.endTitle}
        text={text}
        findings={reply.findings}
        reasons={reasons}
        onText={(value) => reply.change({ text: value })}
        onReason={(rule, reason) => reply.change({ reasons: { ...reasons, [rule]: reason } })}
        onSend={() => void send()}
        field={area}
      />
      <Refusal refusal={reply.refusal ?? end.refusal} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button
          kind="quiet"
          size="small"
          icon={<ArrowLeft aria-hidden size={15} />}
          onPress={props.onBack}
        >
          {words.back}
        </Button>
        <Button kind="quiet" size="small" isBusy={end.isSending} onPress={() => void endSilently()}>
          {words.endSilently}
        </Button>
        <Button
          kind="primary"
          icon={<Send aria-hidden size={16} />}
          keys="mod+enter"
          keysInFields
          isBusy={reply.isSending}
          onPress={() => void send()}
        >
          {reply.hasNews ? words.readAndSend : words.sendAndEnd}
        </Button>
      </div>
    </>
  )
}
