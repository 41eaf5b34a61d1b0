import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { type Complaint } from '#features/complaints/contract.ts'
import { settleConcern } from '#features/complaints/handling/contract.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'

export function ConcernPin(props: {
  complaint: Complaint
  concern: Complaint['concerns'][number]
}) {
  const { words } = useMessages(recordMessages)
  const [isOpen, setOpen] = useState(false)
  const { concern } = props
  return (
    <li className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <p className={`flex-1 ${concern.isSettled ? 'text-sub' : 'font-medium'}`}>
          「{concern.words}」
        </p>
        {concern.isSettled ? (
          <Badge tone="green" icon={CircleCheck}>
            {words.concerns.settled}
          </Badge>
        ) : (
          <Button
            kind="quiet"
            size="small"
            label={words.concerns.settleNamed({ words: concern.words })}
            isPressed={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {words.concerns.settle}
          </Button>
        )}
      </div>
      {isOpen && !concern.isSettled ? <Settling {...props} close={() => setOpen(false)} /> : null}
    </li>
  )
}

function Settling(props: {
  complaint: Complaint
  concern: Complaint['concerns'][number]
  close: () => void
}) {
  const { words } = useMessages(recordMessages)
  const [how, setHow] = useState('')
  const command = useCommand(settleConcern)
  async function save() {
    const params = { complaintId: props.complaint.id, concernId: props.concern.id }
    const answered = await command.send({ params, body: { how: how.trim() } })
    if (answered.ok) props.close()
  }
  return (
    <LineForm
      label={words.concerns.how}
      value={how}
      onChange={setHow}
      onSave={() => void save()}
      saveLabel={words.save}
      isSaving={command.isSending}
      refusal={command.refusal}
      autoFocus
    />
  )
}
