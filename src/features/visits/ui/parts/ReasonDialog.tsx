import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import type { Refused } from '#kit/call.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'

/** One line that says why, and what it does. */
export function ReasonDialog(props: {
  title: string
  label: string
  send: string
  command: { readonly isSending: boolean; readonly refusal: Refused | null }
  onSend: (reason: string) => Promise<{ readonly ok: boolean }>
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  async function send() {
    const answered = await props.onSend(reason.trim())
    if (answered.ok) props.onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      width="narrow"
      keepsOpen
      actions={
        <SendButtons
          label={props.send}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={props.command.isSending}
          isDisabled={reason.trim() === ''}
        />
      }
    >
      <TextField label={props.label} value={reason} onChange={setReason} autoFocus />
      <Refusal refusal={props.command.refusal} />
    </Dialog>
  )
}
