import { useState } from 'react'
import { prolongCaution, type CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'

const quarterMs = 90 * 24 * 3_600_000

/** Shown for longer: until when, and why. Who says so stands beside it. */
export function ProlongDialog(props: {
  customerId: string
  fact: CustomerPage['cautions'][number]
  onClose: () => void
}) {
  const { words } = useMessages(profilesMessages)
  const { customerId, fact, onClose } = props
  const now = useNow()
  const [reviewOn, setReviewOn] = useState(dayKey(now + quarterMs))
  const [reason, setReason] = useState('')
  const command = useCommand(prolongCaution)
  async function prolong() {
    const params = { customerId, cautionId: fact.cautionId }
    const answered = await command.send({ params, body: { reviewOn, reason: reason.trim() } })
    if (answered.ok) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.prolongTitle}
      keepsOpen={reason !== ''}
      width="narrow"
      actions={
        <SendButtons
          label={words.prolong}
          onSend={() => void prolong()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={reason.trim() === '' || reviewOn === ''}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          <span data-figures className="me-2 font-semibold">
            {fact.happenedOn}
          </span>
          {fact.words}
        </p>
        <TextField
          label={words.prolongReason}
          hint={words.prolongHint}
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
          maxLength={500}
        />
        <TextField
          label={words.prolongUntil}
          type="date"
          value={reviewOn}
          onChange={setReviewOn}
          isRequired
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
