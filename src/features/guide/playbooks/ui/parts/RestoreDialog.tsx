import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { restoreVersion } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'

/** An earlier version becomes the newest one, with a note that says why. */
export function RestoreDialog(props: {
  language: 'ja' | 'en'
  number: number
  onClose: () => void
}) {
  const { words } = useMessages(playbooksMessages)
  const { language, number, onClose } = props
  const [note, setNote] = useState('')
  const command = useCommand(restoreVersion)
  async function restore() {
    if (note.trim() === '') return
    const params = { language, number: String(number) }
    const answered = await command.send({ params, body: { note } })
    if (!answered.ok) return
    onClose()
    showToast({ text: words.published({ edition: answered.value.number }), tone: 'done' })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={number === 0 ? words.restoreShipped : words.restoreOf({ edition: number })}
      actions={
        <SendButtons
          label={words.restore}
          onSend={() => void restore()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={note.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-sub">{words.restoreDetail}</p>
        <TextField
          label={words.note}
          hint={words.noteHint}
          value={note}
          onChange={setNote}
          onEnter={() => void restore()}
          maxLength={500}
          isRequired
          autoFocus
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
