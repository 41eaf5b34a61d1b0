import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import {
  draftNote,
  giveNote,
  noteChannels,
  type NoteChannel,
} from '#features/commitments/progress/contract.ts'
import { notesMessages } from '#features/commitments/notes/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { copy } from '#kit/clipboard.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'

type Drafted = z.output<typeof draftNote.answer>

/** What was told, even when nothing is new: the words stand there already, Ctrl+Enter writes them down. */
export default function NoteDialog(props: { commitmentId: string; onClose: () => void }) {
  const params = { commitmentId: props.commitmentId }
  // The draft as it was when the dialog opened: the note itself would change it.
  const [once] = useState(params)
  const answer = useAnswer(draftNote, { params: once }, { keepPrevious: true })
  const { words } = useMessages(notesMessages)
  if (answer.state === 'ready') return <Told {...props} drafted={answer.value} />
  return (
    <Dialog isOpen onClose={props.onClose} title={words.noteTitle}>
      <Answering answer={answer} skeletonLines={3}>
        {() => null}
      </Answering>
    </Dialog>
  )
}

function Told(props: { commitmentId: string; drafted: Drafted; onClose: () => void }) {
  const { words } = useMessages(notesMessages)
  const form = useNote(props)
  const { text, channel, due } = form
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.noteTitle}
      keepsOpen={form.isTyped}
      actions={
        <SendButtons
          label={words.note}
          onSend={() => void form.send()}
          onClose={props.onClose}
          isBusy={form.isSending}
          isDisabled={text.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <Hints {...props.drafted} />
        <TextArea
          label={words.noteText}
          rows={5}
          value={text}
          onChange={form.setText}
          isRequired
          autoFocus
        />
        <Button
          size="small"
          className="self-end"
          icon={<Copy aria-hidden size={15} />}
          onPress={() =>
            void copy(text).then((isDone) =>
              isDone ? showToast({ text: words.copied, tone: 'done' }) : undefined,
            )
          }
        >
          {words.copy}
        </Button>
        <Choices
          label={words.channel}
          choices={noteChannels.map((id) => ({ id, name: words.channels[id] }))}
          value={channel}
          onChange={form.setChannel}
        />
        <p className="text-sm font-semibold text-purple">{words.nextIs({ due })}</p>
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

function Hints({ hasNews, isIdle }: Drafted) {
  const { words } = useMessages(notesMessages)
  return (
    <p className="text-sm text-sub">
      {hasNews ? words.news : words.noNews}
      {isIdle && !hasNews ? <span className="block text-orange">{words.idle}</span> : null}
    </p>
  )
}

function useNote(props: { commitmentId: string; drafted: Drafted; onClose: () => void }) {
  const { words } = useMessages(notesMessages)
  const language = useLanguage()
  const now = useNow()
  const { commitmentId } = props
  const [drafted] = useState(props.drafted)
  const typed = useTextDraft(`note/${commitmentId}`)
  const [channel, setChannel] = useState<NoteChannel>(drafted.channel)
  const command = useCommand(giveNote)
  const isTyped = typed.keptAt !== null
  const text = isTyped ? typed.value : drafted.text
  async function send() {
    if (text.trim() === '') return
    const answered = await command.send({ params: { commitmentId }, body: { text, channel } })
    if (!answered.ok) return
    typed.clear()
    const due = dayAndTime(answered.value.dueAt, now, language)
    showToast({ text: words.noted({ due }), tone: 'done' })
    props.onClose()
  }
  const due = dayAndTime(drafted.nextDueAt, now, language)
  return {
    text,
    setText: typed.change,
    isTyped,
    channel,
    setChannel,
    due,
    send,
    isSending: command.isSending,
    refusal: command.refusal,
  }
}
