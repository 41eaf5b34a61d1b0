import { routingMessages } from '#features/escalation/routing/messages.ts'
import { previewRoute } from '#features/escalation/routing/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { showToast } from '#kit/toasts.ts'
import { AskFields } from './parts/AskFields.tsx'
import { isComplete, settledBy, toPreview, useAsking } from './parts/asking.ts'

/** 「上司を出せ」「○○を出せ」: whom, how, and what they must know; the sheet makes itself. */
export function AskDialog(props: {
  complaintId: string
  /** What the customer said, as a start. */
  startReason: string
  onClose: () => void
}) {
  const { ask } = useMessages(routingMessages).words
  const { asking: written, command, ...form } = useAsking(props.complaintId, props.startReason)
  const answer = useAnswer(
    previewRoute,
    { params: { complaintId: props.complaintId }, query: toPreview(written) },
    { keepPrevious: true, live: true },
  )
  const route = answer.state === 'ready' ? answer.value : null
  const asking = settledBy(written, route)

  async function send() {
    if (!isComplete(asking)) return
    const answered = await form.send(asking)
    if (!answered.ok) return
    const name = answered.value.request.toName
    showToast({ text: name ? ask.sent({ name }) : ask.sentToDesk, tone: 'done' })
    props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={ask.title}
      keepsOpen={asking.reason !== ''}
      actions={
        <SendButtons
          label={ask.send}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={!isComplete(asking)}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{ask.lead}</p>
        <AskFields
          complaintId={props.complaintId}
          asking={asking}
          route={route}
          onChange={form.change}
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
