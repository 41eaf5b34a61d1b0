import { useState } from 'react'
import { listMembers, readViewer } from '#features/access/contract.ts'
import { type Complaint } from '#features/complaints/contract.ts'
import { assignComplaint } from '#features/complaints/handling/contract.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { Select } from '#kit/Select.tsx'
import { useSeen } from '#kit/seen.ts'
import { showToast } from '#kit/toasts.ts'

/** Gives the complaint to somebody, or takes it oneself. */
export function AssignDialog(props: { complaint: Complaint; onClose: () => void }) {
  const { words } = useMessages(recordMessages)
  const kit = useMessages(kitMessages)
  const { assign } = words
  const { complaint } = props
  const members = useAnswer(listMembers, {})
  const viewer = useAnswer(readViewer, {})
  const [memberId, setMember] = useState<string | null>(complaint.owner?.memberId ?? null)
  const seen = useSeen(complaint.head)
  const command = useCommand(assignComplaint)
  const me = viewer.state === 'ready' ? viewer.value.memberId : null

  async function give(to: string | null) {
    if (!to) return
    const answered = await command.send({
      params: { complaintId: complaint.id },
      body: { memberId: to, ...seen.basedOn() },
    })
    seen.settle(answered)
    if (!answered.ok) return
    showToast({ text: assign.done, tone: 'done' })
    props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={assign.title}
      width="narrow"
      actions={
        <>
          <Button onPress={props.onClose}>{kit.cancel}</Button>
          {me && me !== complaint.owner?.memberId ? (
            <Button onPress={() => void give(me)}>{assign.toMe}</Button>
          ) : null}
          <Button
            kind="primary"
            isDisabled={memberId === null || memberId === complaint.owner?.memberId}
            isBusy={command.isSending}
            onPress={() => void give(memberId)}
          >
            {assign.title}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={assign.to}
          choices={
            members.state === 'ready'
              ? members.value.members.map(({ id, name, title }) => ({
                  id,
                  name,
                  ...(title ? { hint: title } : {}),
                }))
              : []
          }
          value={memberId}
          onChange={setMember}
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
