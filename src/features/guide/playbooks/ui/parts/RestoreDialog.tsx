import { useState } from 'react'
import type { Refused } from '#kit/call.ts'
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
  const [unmet, setUnmet] = useState<readonly string[]>([])
  async function restore() {
    if (note.trim() === '') return
    const params = { language, number: String(number) }
    const acknowledged = unmet.map((story) => ({ story, reason: note }))
    const answered = await command.send({ params, body: { note, acknowledged } })
    if (!answered.ok) return setUnmet(storiesIn(answered.refusal))
    onClose()
    showToast({ text: words.published({ edition: answered.value.number }), tone: 'done' })
    return undefined
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
        {unmet.length > 0 ? <p className="text-sm">{words.restoreAnyway}</p> : null}
      </div>
    </Dialog>
  )
}

/** The stories that kept it from being restored; sent again, the note is the reason for each. */
function storiesIn({ code, data }: Refused): string[] {
  if (code !== 'guide.stories-fail' || typeof data !== 'object' || data === null) return []
  const stories: unknown = Reflect.get(data, 'stories')
  return Array.isArray(stories) ? stories.filter((each) => typeof each === 'string') : []
}
