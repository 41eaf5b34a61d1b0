import { useState } from 'react'
import { pauseProgress } from '#features/commitments/progress/contract.ts'
import { pauseWords } from '#features/commitments/notes/rules.ts'
import { notesMessages } from '#features/commitments/notes/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
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

type Props = { commitmentId: string; departments: readonly string[]; onClose: () => void }
const kinds = ['department', 'person'] as const

/** Nobody waits in silence: why, for whom, until when, and who told the customer. */
export default function PauseDialog(props: Props) {
  const { words } = useMessages(notesMessages)
  const form = usePause(props)
  const { typed, change } = form
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.pauseTitle}
      keepsOpen={form.isTyped}
      actions={
        <SendButtons
          label={words.pause}
          onSend={() => void form.send()}
          onClose={props.onClose}
          isBusy={form.isSending}
          isDisabled={form.isLacking}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{words.pauseLead}</p>
        <Choices
          label={words.kind}
          choices={kinds.map((id) => ({ id, name: words.kinds[id] }))}
          value={typed.kind}
          onChange={change('kind')}
        />
        <TextField
          label={words.waiter}
          hint={words.waiterHint}
          value={typed.waiter}
          onChange={change('waiter')}
          isRequired
          autoFocus
        />
        <Departments names={props.departments} onChoose={form.chooseDepartment} />
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          value={typed.reason}
          onChange={change('reason')}
          isRequired
        />
        <DayField label={words.until} value={typed.on} onChange={change('on')} />
        {form.toSay ? (
          <p role="status" className="border-s-4 border-purple bg-purple-bg px-3 py-2 text-sm">
            {words.toSay}：「{form.toSay}」
          </p>
        ) : null}
        <TextField
          label={words.toldBy}
          hint={words.toldByHint}
          value={typed.toldBy}
          onChange={change('toldBy')}
          isRequired
        />
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

/** Who is asked already: one touch names them. */
function Departments(props: { names: readonly string[]; onChoose: (name: string) => void }) {
  const { words } = useMessages(notesMessages)
  if (props.names.length === 0) return null
  return (
    <ul aria-label={words.kinds.department} className="-mt-2 flex flex-wrap gap-1.5">
      {props.names.map((name) => (
        <li key={name}>
          <Button size="small" onPress={() => props.onChoose(name)}>
            {name}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const empty = {
  kind: 'department' as (typeof kinds)[number],
  waiter: '',
  reason: '',
  on: '',
  toldBy: '',
}
type Typed = typeof empty

function usePause({ commitmentId, onClose }: Props) {
  const { words } = useMessages(notesMessages)
  const language = useLanguage()
  const now = useNow()
  const [typed, setTyped] = useState(empty)
  const command = useCommand(pauseProgress)
  const { waiter, reason, on, toldBy } = typed
  const isLacking = [waiter, reason, on, toldBy].some((each) => each.trim() === '')
  async function send() {
    if (isLacking) return
    const answered = await command.send({ params: { commitmentId }, body: typed })
    if (!answered.ok) return
    const due = dayAndTime(answered.value.dueAt, now, language)
    showToast({ text: words.paused({ due }), tone: 'done' })
    onClose()
  }
  const isNamed = waiter.trim() !== '' && reason.trim() !== '' && on !== ''
  return {
    typed,
    change:
      <N extends keyof Typed>(name: N) =>
      (value: Typed[N]) =>
        setTyped((before) => ({ ...before, [name]: value })),
    chooseDepartment: (name: string) =>
      setTyped((before) => ({ ...before, kind: 'department', waiter: name })),
    isTyped: typed !== empty,
    toSay: isNamed ? pauseWords(waiter.trim(), reason.trim(), on) : null,
    isLacking,
    send,
    isSending: command.isSending,
    refusal: command.refusal,
  }
}
