import { useState } from 'react'
import type { z } from 'zod'
import {
  noteChannels,
  previewProgress,
  tellProgress,
  type NoteChannel,
  type readProgress,
  type Rhythm,
} from '#features/commitments/progress/contract.ts'
import { notesMessages } from '#features/commitments/notes/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'

type Read = z.output<typeof readProgress.answer>
type Props = { complaintId: string; read: Read; onClose: () => void }

/** As it was said, or entered: how often, by which way, and the first day that comes of it. */
export default function IntervalDialog(props: Props) {
  const { words } = useMessages(notesMessages)
  const form = useInterval(props)
  const { typed, change } = form
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.read.progress ? words.changeTitle : words.writeTitle}
      keepsOpen={form.isTyped}
      actions={
        <SendButtons
          label={words.keep}
          onSend={() => void form.send()}
          onClose={props.onClose}
          isBusy={form.isSending}
          isDisabled={form.isLacking}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-24">
            <TextField
              label={words.count}
              type="number"
              value={typed.every}
              onChange={change('every')}
              isRequired
              autoFocus
            />
          </div>
          <Choices
            label={words.unit}
            choices={units.map((id) => ({ id, name: words.units[id] }))}
            value={typed.unit}
            onChange={change('unit')}
          />
        </div>
        <First typed={typed} />
        <Choices
          label={words.channel}
          choices={noteChannels.map((id) => ({ id, name: words.channels[id] }))}
          value={typed.channel}
          onChange={change('channel')}
        />
        <TextField
          label={words.said}
          hint={words.saidHint}
          value={typed.words}
          onChange={change('words')}
          isRequired
        />
        <DayField label={words.firstOn} value={typed.firstOn} onChange={change('firstOn')} />
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

const units = ['days', 'business-days'] as const
type Typed = {
  every: string
  unit: Rhythm['unit']
  channel: NoteChannel
  words: string
  firstOn: string
}

function everyOf({ every }: Pick<Typed, 'every'>): number | null {
  const count = Number(every.normalize('NFKC'))
  return Number.isInteger(count) && count >= 1 && count <= 90 ? count : null
}

/** The first date, and what may be said to the customer. */
function First({ typed }: { typed: Typed }) {
  const { words } = useMessages(notesMessages)
  const language = useLanguage()
  const now = useNow()
  const every = everyOf(typed)
  const query = { every: every ?? 1, unit: typed.unit }
  const preview = useAnswer(
    previewProgress,
    { query },
    { isOff: every === null, keepPrevious: true },
  )
  const isKnown = every !== null && preview.state === 'ready'
  return (
    <div role="status" className="flex min-h-12 flex-col gap-1 text-sm">
      {isKnown && typed.firstOn === '' ? (
        <>
          <p className="font-semibold text-purple">
            {words.first({ due: dayAndTime(preview.value.dueAt, now, language) })}
          </p>
          <p className="text-sub">
            {words.toSay}：「{preview.value.words}」
          </p>
        </>
      ) : null}
    </div>
  )
}

function useInterval({ complaintId, read, onClose }: Props) {
  const { words } = useMessages(notesMessages)
  const language = useLanguage()
  const now = useNow()
  const start = read.progress ?? read.found
  const [typed, setTyped] = useState<Typed>({
    every: String(start?.every ?? 3),
    unit: start?.unit ?? 'days',
    channel: read.progress?.channel ?? 'phone',
    words: read.progress ? '' : (read.found?.words ?? ''),
    firstOn: '',
  })
  const [isTyped, setHasTyped] = useState(false)
  const command = useCommand(tellProgress)
  const every = everyOf(typed)
  const isLacking = every === null || typed.words.trim() === ''
  async function send() {
    if (every === null || isLacking) return
    const { unit, channel, firstOn } = typed
    const first = firstOn === '' ? {} : { firstOn }
    const body = { every, unit, channel, words: typed.words.trim(), ...first }
    const answered = await command.send({ params: { complaintId }, body })
    if (!answered.ok) return
    const due = dayAndTime(answered.value.dueAt, now, language)
    showToast({ text: words.wrote({ due }), tone: 'done' })
    onClose()
  }
  return {
    typed,
    isTyped,
    change:
      <N extends keyof Typed>(name: N) =>
      (value: Typed[N]) => {
        setHasTyped(true)
        setTyped((before) => ({ ...before, [name]: value }))
      },
    isLacking,
    send,
    isSending: command.isSending,
    refusal: command.refusal,
  }
}
