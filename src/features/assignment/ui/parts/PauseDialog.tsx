import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { desksMessages } from '../../desks/messages.ts'
import { pauseTargets, waiterKinds, type Waiter } from '../../targets/contract.ts'

/** Who is waited for, by name, and for what. */
export default function PauseDialog(props: { complaintId: string; onClose: () => void }) {
  const { pause: words } = useMessages(desksMessages).words
  const kit = useMessages(kitMessages)
  const [kind, setKind] = useState<Waiter['kind']>('customer')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [untilOn, setUntil] = useState('')
  const command = useCommand(pauseTargets)

  async function stop() {
    const waiter = { kind, name: name.trim() }
    const body = { waiter, reason: reason.trim(), untilOn: untilOn || null }
    const answered = await command.send({ params: { complaintId: props.complaintId }, body })
    if (!answered.ok) return
    showToast({ text: words.done({ name: waiter.name }), tone: 'done' })
    props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.title}
      keepsOpen
      actions={
        <>
          <Button onPress={props.onClose}>{kit.cancel}</Button>
          <Button kind="primary" isBusy={command.isSending} onPress={() => void stop()}>
            {words.stop}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-sub">{words.lead}</p>
        <Choices
          label={words.kind}
          choices={waiterKinds.map((id) => ({ id, name: words.kinds[id] }))}
          value={kind}
          onChange={setKind}
        />
        <TextField label={words.name} value={name} onChange={setName} isRequired />
        <TextField
          label={words.reason}
          value={reason}
          onChange={setReason}
          isRequired
          onSend={() => void stop()}
        />
        <DayField label={words.until} value={untilOn} onChange={setUntil} />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
