import { useState } from 'react'
import { withdrawMeasure } from '#features/complaints/measures/contract.ts'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useSeen } from '#kit/seen.ts'
import type { OfMeasure } from './MeasurePin.tsx'

/** A measure is taken back with a reason; letters that tell of it must be looked at again. */
export function Withdrawing({
  complaintId,
  head,
  measure,
  onDone,
}: OfMeasure & { onDone: () => void }) {
  const { words } = useMessages(measuresMessages)
  const [reason, setReason] = useState('')
  const seen = useSeen(head)
  const command = useCommand(withdrawMeasure)

  async function save() {
    const answered = await command.send({
      params: { complaintId, measureId: measure.id },
      body: { reason: reason.trim(), ...seen.basedOn() },
    })
    seen.settle(answered)
    if (answered.ok) onDone()
  }

  return (
    <LineForm
      label={words.withdrawReason}
      hint={words.toLookAt}
      value={reason}
      onChange={(text) => {
        seen.touch()
        setReason(text)
      }}
      onSave={() => void save()}
      saveLabel={words.withdraw}
      isSaving={command.isSending}
      refusal={command.refusal}
      autoFocus
    />
  )
}
