import { reopenComplaint } from '#features/complaints/handling/contract.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'

/** Takes the closing back, with a reason that stays in the record. */
export function ReopeningDialog(props: { complaintId: string; onClose: () => void }) {
  const { words } = useMessages(recordMessages)
  const { reopening, closing } = words
  const reason = useTextDraft(`${props.complaintId}/reopening`)
  const command = useCommand(reopenComplaint)
  const text = reason.value.trim()

  async function reopen() {
    if (text === '') return
    const params = { complaintId: props.complaintId }
    const answered = await command.send({ params, body: { reason: text } })
    if (!answered.ok) return
    reason.clear()
    showToast({ text: closing.reopened, tone: 'done' })
    props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={reopening.title}
      actions={
        <SendButtons
          label={reopening.reopen}
          onSend={() => void reopen()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={text === ''}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-sub">{reopening.lead}</p>
        <TextArea
          label={reopening.reason}
          hint={reopening.reasonHint}
          value={reason.value}
          onChange={reason.change}
          isRequired
          autoFocus
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
