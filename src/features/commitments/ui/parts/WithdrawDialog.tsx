import { useState } from 'react'
import { withdrawCommitment, type Commitment } from '#features/commitments/contract.ts'
import { courseMessages } from '#features/commitments/course/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { notesMessages } from '#features/commitments/notes/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'

/** Not without a reason: it stays in the ledger beside the promise. */
export function WithdrawDialog(props: { commitment: Commitment; onClose: () => void }) {
  const { words } = useMessages(courseMessages)
  const { withdraw } = useMessages(commitmentsMessages).words
  const progress = useMessages(notesMessages).words
  const [reason, setReason] = useState('')
  const command = useCommand(withdrawCommitment)
  const isComplete = reason.trim() !== ''

  async function send() {
    if (!isComplete) return
    const params = { commitmentId: props.commitment.id }
    const answered = await command.send({ params, body: { reason: reason.trim() } })
    if (!answered.ok) return
    props.onClose()
    showToast({ text: words.withdrew({ words: props.commitment.words }), tone: 'done' })
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.withdrawTitle}
      keepsOpen={isComplete}
      actions={
        <SendButtons
          label={withdraw}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={!isComplete}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="border-s-4 border-purple bg-purple-bg px-3 py-2">{props.commitment.words}</p>
        <p className="text-sm text-sub">
          {words.withdrawLead}
          {props.commitment.progress ? progress.endLead : null}
        </p>
        <TextArea
          label={words.withdrawReason}
          hint={words.withdrawHint}
          value={reason}
          onChange={setReason}
          rows={2}
          isRequired
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
