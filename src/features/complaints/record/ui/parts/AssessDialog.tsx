import { useState } from 'react'
import { severity, type Complaint, type Severity } from '#features/complaints/contract.ts'
import { assessComplaint } from '#features/complaints/handling/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { useSeen } from '#kit/seen.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'

/** How grave it is, why, and whether somebody's safety is concerned. */
export function AssessDialog(props: { complaint: Complaint; onClose: () => void }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { complaint } = props
  const [grave, setGrave] = useState<Severity>(complaint.severity ?? 'medium')
  const [isSafety, setSafety] = useState(complaint.isSafety)
  const reason = useTextDraft(`${complaint.id}/assess`)
  const seen = useSeen(complaint.head)
  const command = useCommand(assessComplaint)

  async function record() {
    if (reason.value.trim() === '') return
    const answered = await command.send({
      params: { complaintId: complaint.id },
      body: { severity: grave, isSafety, reason: reason.value.trim(), ...seen.basedOn() },
    })
    seen.settle(answered)
    if (!answered.ok) return
    reason.clear()
    props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.assess.title}
      actions={
        <SendButtons
          label={words.assess.record}
          onSend={() => void record()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={reason.value.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <Choices
          label={words.assess.title}
          hidesLabel
          choices={severity.options.map((id) => ({ id, name: shared.severities[id] }))}
          value={grave}
          onChange={setGrave}
        />
        <Checkbox isChosen={isSafety} onChange={setSafety}>
          {words.assess.safety}
        </Checkbox>
        <TextField
          label={words.assess.reason}
          value={reason.value}
          onChange={(text) => {
            seen.touch()
            reason.change(text)
          }}
          isRequired
          autoFocus
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
