import { useState } from 'react'
import { declineClock } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import type { ClockDefinition } from '#features/assessment/definitions/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'

/** A leader says why a clock does not run here. */
export function DeclineDialog(props: {
  complaintId: string
  definition: ClockDefinition
  onClose: () => void
}) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const command = useCommand(declineClock)
  const { definition } = props

  async function send() {
    if (reason.trim() === '') return
    const params = { complaintId: props.complaintId, code: definition.code }
    const answered = await command.send({ params, body: { reason: reason.trim() } })
    if (answered.ok) props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.declineTitle({ name: definition.name[language] })}
      keepsOpen={reason !== ''}
      actions={
        <SendButtons
          label={words.record}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={reason.trim() === ''}
        />
      }
    >
      <p className="mb-4 rounded-lg bg-gray-bg px-3 py-2 text-sm">{definition.when[language]}</p>
      <TextField
        label={words.reason}
        hint={words.declineHint}
        value={reason}
        onChange={setReason}
        isRequired
        autoFocus
      />
      <div className="mt-3">
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
