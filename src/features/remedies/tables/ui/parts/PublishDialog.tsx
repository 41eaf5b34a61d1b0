import { useState } from 'react'
import type { RemedyRule } from '#features/remedies/contract.ts'
import { publishDraft } from '#features/remedies/tables/contract.ts'
import { differencesOf } from '#features/remedies/tables/rules.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'
import { useSaid } from './said.ts'
import { Differences } from './Differences.tsx'

/** Says what will change, and asks why. */
export function PublishDialog(props: {
  next: number
  before: readonly RemedyRule[]
  after: readonly RemedyRule[]
  keep: () => Promise<number | null>
  onClose: () => void
}) {
  const { words, language } = useSaid()
  const [note, setNote] = useState('')
  const command = useCommand(publishDraft)
  const { next: number, before, after, onClose } = props
  const differences = differencesOf(before, after, language)

  async function publish() {
    const revision = await props.keep()
    if (revision === null) return
    const answered = await command.send({ body: { revision, note } })
    if (!answered.ok) return
    onClose()
    showToast({ text: words.published(answered.value), tone: 'done' })
  }
  return (
    <Dialog
      isOpen
      keepsOpen
      onClose={onClose}
      title={words.publishTitle}
      width="wide"
      actions={
        <SendButtons
          label={words.publishDo({ number })}
          onSend={() => void publish()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={note.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm">{words.publishLead({ number })}</p>
        <div>
          <p className="text-sm font-semibold">{words.changes({ count: differences.length })}</p>
          <Differences differences={differences} />
        </div>
        <TextArea
          label={words.note}
          hint={words.noteHint}
          value={note}
          onChange={setNote}
          rows={2}
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
