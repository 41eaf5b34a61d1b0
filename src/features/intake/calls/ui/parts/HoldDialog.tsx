import { useState } from 'react'
import { holdCall } from '#features/intake/contract.ts'
import { callsMessages } from '#features/intake/calls/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'

/** One key for the usual reasons; nobody is put on hold without one. */
export default function HoldDialog(props: { callId: string; onClose: () => void }) {
  const { words } = useMessages(callsMessages)
  const [typed, setTyped] = useState('')
  const command = useCommand(holdCall)

  async function hold(reason: string) {
    const answered = await command.send({ params: { callId: props.callId }, body: { reason } })
    if (answered.ok) props.onClose()
  }

  return (
    <Dialog isOpen onClose={props.onClose} title={words.holdTitle} width="narrow">
      <div className="flex flex-col gap-3">
        <p className="text-sm text-sub">{words.holdLead}</p>
        <p className="rounded-lg bg-accent-bg px-3.5 py-2">{words.holdSay}</p>
        <ul aria-label={words.holdReason} className="flex flex-col gap-1.5">
          {Object.values(words.holdReasons).map((reason, index) => (
            <li key={reason}>
              <Button
                keys={String(index + 1)}
                className="w-full justify-start!"
                isBusy={command.isSending}
                autoFocus={index === 0}
                onPress={() => void hold(reason)}
              >
                {reason}
              </Button>
            </li>
          ))}
        </ul>
        <LineForm
          label={words.holdReason}
          value={typed}
          onChange={setTyped}
          onSave={() => void hold(typed.trim())}
          saveLabel={words.hold}
          isSaving={command.isSending}
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
