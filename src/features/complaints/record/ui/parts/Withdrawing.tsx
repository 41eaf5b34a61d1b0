import { useState } from 'react'
import { type Complaint, type Fact } from '#features/complaints/contract.ts'
import { withdrawFact } from '#features/complaints/handling/contract.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useSeen } from '#kit/seen.ts'

/** A fact is taken back with a reason; what stood on it must be looked at again. */
export function Withdrawing(props: { complaint: Complaint; fact: Fact; close: () => void }) {
  const { words } = useMessages(recordMessages)
  const [reason, setReason] = useState('')
  const { complaint, fact } = props
  const seen = useSeen(complaint.head)
  const command = useCommand(withdrawFact)

  async function save() {
    const answered = await command.send({
      params: { complaintId: complaint.id, factId: fact.id },
      body: { reason: reason.trim(), ...seen.basedOn() },
    })
    seen.settle(answered)
    if (answered.ok) props.close()
  }

  return (
    <LineForm
      label={words.facts.withdrawReason}
      hint={words.facts.withdrawHint}
      value={reason}
      onChange={(text) => {
        seen.touch()
        setReason(text)
      }}
      onSave={() => void save()}
      saveLabel={words.facts.withdraw}
      isSaving={command.isSending}
      refusal={command.refusal}
      autoFocus
    />
  )
}
