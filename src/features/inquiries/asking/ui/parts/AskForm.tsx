import { useState } from 'react'
import type { z } from 'zod'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TimeField } from '#kit/TimeField.tsx'
import { showToast } from '#kit/toasts.ts'
import { askDepartment, readOpening } from '../../../contract.ts'
import { askingMessages } from '../../messages.ts'
import { Chosen, startOf } from './Chosen.tsx'
import { Preview } from './Preview.tsx'

type Opening = z.output<typeof readOpening.answer>

/** Whom, what, by when, and what they see of it; what they will see stands beside it before it leaves. */
export default function AskForm(props: { complaintId: string; onClose: () => void }) {
  const { dialog: words } = useMessages(askingMessages).words
  const opening = useAnswer(readOpening, { params: { complaintId: props.complaintId } })
  const value = opening.state === 'ready' ? opening.value : null
  if (value && value.departments.length > 0) return <Form {...props} opening={value} />
  return (
    <Dialog isOpen onClose={props.onClose} title={words.title}>
      <Answering answer={opening}>{() => <p>{words.nobody}</p>}</Answering>
    </Dialog>
  )
}

/** Why no mail can leave; null: it can. */
function whyNoMail({ deskUrl, canSend }: Opening): 'noUrl' | 'noMailbox' | null {
  if (deskUrl === null) return 'noUrl'
  return canSend ? null : 'noMailbox'
}

function Form(props: { complaintId: string; opening: Opening; onClose: () => void }) {
  const { dialog: words } = useMessages(askingMessages).words
  const form = useAsking(props)
  const { opening, onClose } = props
  const { department, dueAt, question } = form
  const isLate =
    opening.nextPromiseAt !== null && Date.parse(dueAt) > Date.parse(opening.nextPromiseAt)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      width="wide"
      keepsOpen
      actions={
        <SendButtons
          label={(form.byHand ? words.ask : words.send)({ department: department?.name ?? '' })}
          onSend={() => void form.send()}
          onClose={onClose}
          isBusy={form.isSending}
          isDisabled={question.trim() === '' || dueAt === ''}
        />
      }
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Select
            label={words.department}
            choices={opening.departments.map(({ id, name }) => ({ id, name }))}
            value={department?.id ?? null}
            onChange={form.choose}
          />
          <TextArea
            label={words.question}
            hint={words.questionHint}
            rows={4}
            value={question}
            onChange={form.setQuestion}
            autoFocus
          />
          <div className="grid grid-cols-2 gap-3">
            <DayField label={words.day} value={form.day} onChange={form.setDay} />
            <TimeField label={words.time} value={form.time} onChange={form.setTime} />
          </div>
          {isLate ? <p className="text-sm text-orange">{words.late}</p> : null}
          {department?.isTight && !isLate ? (
            <p className="text-sm text-sub">{words.tight}</p>
          ) : null}
          <ByHand opening={opening} isChosen={form.byHand} onChange={form.setByHand} />
          <Chosen showable={opening.showable} shown={form.shown} onChange={form.setShown} />
        </div>
        <Preview
          complaintId={props.complaintId}
          asking={
            department && dueAt !== ''
              ? { departmentId: department.id, question, dueAt, shown: form.shown }
              : null
          }
        />
      </div>
      <div className="mt-4">
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

/** The mail leaves by itself; or the link is passed on, by chat or face to face, where no mail can leave or none is read. */
function ByHand(props: { opening: Opening; isChosen: boolean; onChange: (is: boolean) => void }) {
  const { dialog: words } = useMessages(askingMessages).words
  const why = whyNoMail(props.opening)
  if (why) return <p className="text-sm text-sub">{words[why]}</p>
  return (
    <Checkbox isChosen={props.isChosen} onChange={props.onChange}>
      {words.byHand}
    </Checkbox>
  )
}

function useAsking(props: { complaintId: string; opening: Opening; onClose: () => void }) {
  const { dialog: words } = useMessages(askingMessages).words
  const { complaintId, opening } = props
  const [departmentId, setDepartmentId] = useState(opening.departments[0]?.id ?? '')
  const department = opening.departments.find(({ id }) => id === departmentId)
  const draft = useTextDraft(`inquiry/${complaintId}/question`)
  const [typed, setTyped] = useState<{ day?: string; time?: string }>({})
  const [shown, setShown] = useState(() => startOf(opening.showable))
  const [chosen, setByHand] = useState(false)
  const byHand = chosen || whyNoMail(opening) !== null
  const command = useCommand(askDepartment)
  const proposed = tokyoParts(department?.dueAt ?? '')
  const { day = proposed.day, time = proposed.time } = typed
  const dueAt = day === '' || time === '' ? '' : new Date(`${day}T${time}:00+09:00`).toISOString()
  async function send() {
    const question = draft.value.trim()
    const body = { departmentId, question, dueAt, shown, byHand }
    const answered = await command.send({ params: { complaintId }, body })
    if (!answered.ok) return
    draft.clear()
    const told = byHand ? words.asked : words.sent
    showToast({ text: told({ department: department?.name ?? '' }), tone: 'done' })
    props.onClose()
  }
  return {
    department,
    /** Another department needs another time. */
    choose(id: string) {
      setDepartmentId(id)
      setTyped({})
    },
    day,
    time,
    dueAt,
    shown,
    setShown,
    byHand,
    setByHand,
    send,
    question: draft.value,
    setQuestion: draft.change,
    setDay: (next: string) => setTyped({ day: next, time }),
    setTime: (next: string) => setTyped({ day, time: next }),
    isSending: command.isSending,
    refusal: command.refusal,
  }
}

/** In Japan, whatever the clock of this machine: `2026-11-24` and `17:00`. */
function tokyoParts(at: string): { day: string; time: string } {
  if (at === '') return { day: '', time: '' }
  const local = new Date(Date.parse(at) + 9 * 3_600_000).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}
