import { useState } from 'react'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import type { Answered, Refused } from '#kit/call.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'

/** Ends something that was said, or takes it back: never without a reason. */
export function Ending(props: {
  /** What ends, for the ear. */
  what: string
  title?: string
  label?: string
  command: { readonly isSending: boolean; readonly refusal: Refused | null }
  send: (reason: string) => Promise<Answered<unknown>>
}) {
  const { words } = useMessages(profilesMessages)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const close = () => setOpen(false)
  const label = props.label ?? words.end
  async function end() {
    const answered = await props.send(reason.trim())
    if (answered.ok) close()
  }
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        label={words.endNamed({ what: props.what, how: label })}
        onPress={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={props.title ?? words.endTitle}
        keepsOpen={reason !== ''}
        width="narrow"
        actions={
          <SendButtons
            label={label}
            onSend={() => void end()}
            onClose={close}
            isBusy={props.command.isSending}
            isDisabled={reason.trim() === ''}
          />
        }
      >
        <div className="flex flex-col gap-3">
          <TextField
            label={words.reason}
            value={reason}
            onChange={setReason}
            isRequired
            autoFocus
            maxLength={500}
          />
          <Refusal refusal={props.command.refusal} />
        </div>
      </Dialog>
    </>
  )
}
