import { useState } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { publishDraft, tryDraft, type Trial } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { Tried } from './Tried.tsx'

/** The draft is tried as it stands; what went well enough may be published from here. */
export function PublishDialog(props: {
  language: 'ja' | 'en'
  mayPublish: boolean
  onClose: () => void
}) {
  const { words } = useMessages(playbooksMessages)
  const { language, onClose } = props
  const trial = useAnswer(tryDraft, { params: { language }, body: {} })
  const command = useCommand(publishDraft)
  const [note, setNote] = useState('')
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const acknowledged = Object.entries(reasons)
    .map(([story, reason]) => ({ story, reason: reason.trim() }))
    .filter(({ reason }) => reason !== '')
  const known = acknowledged.map(({ story }) => story)
  const isReady =
    trial.state === 'ready' && note.trim() !== '' && whatIsLeft(trial.value, known) === 0

  async function publish() {
    if (!isReady) return
    const body = { note, acknowledged, basedOn: trial.value.revision }
    const answered = await command.send({ params: { language }, body })
    if (!answered.ok) return
    onClose()
    showToast({ text: words.published({ edition: answered.value.number }), tone: 'done' })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.tryTitle}
      width="wide"
      keepsOpen
      actions={
        props.mayPublish ? (
          <SendButtons
            label={words.publish}
            onSend={() => void publish()}
            onClose={onClose}
            isBusy={command.isSending}
            isDisabled={!isReady}
          />
        ) : null
      }
    >
      <div className="flex flex-col gap-4">
        <Refusal refusal={command.refusal} />
        {trial.state === 'loading' ? <p role="status">{words.trying}</p> : null}
        {props.mayPublish ? (
          <TextField
            label={words.note}
            hint={words.noteHint}
            value={note}
            onChange={setNote}
            maxLength={500}
            isRequired
            autoFocus
          />
        ) : null}
        <Answering answer={trial}>
          {(value) => (
            <Tried
              trial={value}
              reasons={props.mayPublish ? reasons : null}
              change={(story, reason) => setReasons({ ...reasons, [story]: reason })}
            />
          )}
        </Answering>
      </div>
    </Dialog>
  )
}

function whatIsLeft({ problems, stories }: Trial, known: readonly string[]): number {
  const failed = stories.filter(({ passed }) => !passed)
  return problems.length + failed.filter((each) => each.isOwn || !known.includes(each.story)).length
}
