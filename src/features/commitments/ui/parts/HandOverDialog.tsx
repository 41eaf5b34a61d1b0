import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { handOverCommitment, type Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'

export function HandOverDialog(props: { commitment: Commitment; onClose: () => void }) {
  const { words } = useMessages(commitmentsMessages)
  const members = useAnswer(listMembers, {})
  const [ownerId, setOwner] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const command = useCommand(handOverCommitment)
  const isComplete = ownerId !== null && reason.trim() !== ''

  async function send() {
    if (ownerId === null || !isComplete) return
    const params = { commitmentId: props.commitment.id }
    const answered = await command.send({ params, body: { ownerId, reason: reason.trim() } })
    if (!answered.ok) return
    props.onClose()
    const name = answered.value.commitment.ownerName
    showToast({ text: words.handedOver({ name }), tone: 'done' })
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.handOverTitle}
      keepsOpen={reason !== ''}
      actions={
        <SendButtons
          label={words.handOverTitle}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={!isComplete}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="border-s-4 border-purple bg-purple-bg px-3 py-2">{props.commitment.words}</p>
        <Answering answer={members} skeletonLines={1}>
          {(value) => (
            <Select
              label={words.newOwner}
              choices={value.members
                .filter((member) => member.id !== props.commitment.ownerId)
                .map((member) => ({
                  id: member.id,
                  name: member.isAway ? `${member.name}（${words.away}）` : member.name,
                  ...(member.title ? { hint: member.title } : {}),
                }))}
              value={ownerId}
              onChange={setOwner}
              isRequired
            />
          )}
        </Answering>
        <TextField
          label={words.handOverReason}
          hint={words.handOverHint}
          value={reason}
          onChange={setReason}
          isRequired
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
