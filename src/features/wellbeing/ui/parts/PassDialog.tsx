import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { dayAndTime, writtenDay } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { passToDesk, type Check } from '../../checks/contract.ts'
import { checksMessages } from '../../checks/messages.ts'
import { passedText } from '../../checks/rules.ts'

const withNone = 'none'

/** What is chosen and written here reaches the desk, and nothing else. */
export function PassDialog(props: {
  checks: readonly Check[]
  names: string
  /** Since when the consultation lasts that it goes on with. */
  since: string | null
  onClose: () => void
}) {
  const { pass: words } = useMessages(checksMessages).words
  const language = useLanguage()
  const now = useNow()
  const [checkId, setCheck] = useState(withNone)
  const [text, setText] = useState('')
  const command = useCommand(passToDesk)
  const chosen = props.checks.find(({ id }) => id === checkId) ?? null

  async function send() {
    const body = { checkId: checkId === withNone ? null : checkId, words: text }
    const answered = await command.send({ body })
    if (!answered.ok) return
    props.onClose()
    showToast({ text: words.sent, tone: 'done' })
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.title}
      keepsOpen={text !== ''}
      actions={
        <SendButtons
          label={words.send}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={command.isSending}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{words.lead({ names: props.names })}</p>
        <TextArea label={words.words} value={text} onChange={setText} onSend={() => void send()} />
        <Select
          label={words.which}
          choices={[
            { id: withNone, name: words.nothing },
            ...props.checks.map(({ id, at }) => ({ id, name: dayAndTime(at, now, language) })),
          ]}
          value={checkId}
          onChange={setCheck}
        />
        <Exactly text={passedText(text.trim(), chosen, language)} since={props.since} />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

/** Nothing goes that was not seen before. */
function Exactly({ text, since }: { text: string; since: string | null }) {
  const { pass: words } = useMessages(checksMessages).words
  const language = useLanguage()
  const now = useNow()
  if (text === '') return null
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="font-medium">{words.exactly}</p>
      <p className="rounded-xl bg-gray-bg px-4 py-3 wrap-anywhere whitespace-pre-wrap">{text}</p>
      <p className="text-sub">
        {since ? words.going({ day: writtenDay(since, now, language) }) : words.fresh}
      </p>
    </div>
  )
}
