import { useNavigate } from '@tanstack/react-router'
import { PhoneForwarded } from 'lucide-react'
import { useState } from 'react'
import type { Call } from '#features/intake/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { boardMessages } from '../board/messages.ts'
import { takeOver } from '../contract.ts'

/** The supervisor takes the call, says why, and stands in call mode with everything that is written. */
export function TakeOver({ call }: { call: Call }) {
  const { takeOver: words } = useMessages(boardMessages).words
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(takeOver)
  const navigate = useNavigate()
  const { complaintId, id: callId } = call
  const isEmpty = reason.trim() === ''

  async function take() {
    if (isEmpty) return
    const answered = await command.send({ params: { complaintId, callId }, body: { reason } })
    if (answered.ok) void navigate({ to: '/calls/$callId', params: { callId } })
  }
  return (
    <>
      <Button
        kind="danger"
        keys="t"
        icon={<PhoneForwarded aria-hidden size={17} />}
        onPress={() => setOpen(true)}
      >
        {words.button}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.title}
        width="narrow"
        keepsOpen={!isEmpty}
        actions={
          <SendButtons
            label={words.send}
            onSend={() => void take()}
            onClose={() => setOpen(false)}
            isBusy={command.isSending}
            isDisabled={isEmpty}
          />
        }
      >
        <div className="flex flex-col gap-3">
          <p className="text-sm text-sub">{words.lead({ name: call.handlerName })}</p>
          <TextField
            label={words.reason}
            value={reason}
            onChange={setReason}
            autoFocus
            isRequired
          />
          <div className="flex flex-wrap gap-1.5">
            {Object.values(words.reasons).map((each) => (
              <Button key={each} size="small" onPress={() => setReason(each)}>
                {each}
              </Button>
            ))}
          </div>
          <Refusal refusal={command.refusal} />
        </div>
      </Dialog>
    </>
  )
}
