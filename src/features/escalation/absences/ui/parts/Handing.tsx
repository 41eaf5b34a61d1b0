import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { shiftsMessages } from '../../../shifts/messages.ts'
import { makeTransfer, type Transferable } from '../../contract.ts'

type Person = { readonly id: string; readonly name: string; readonly businessName: string | null }
const stays = 'stays'

/** The preview: each line with whom it would go to; changed by hand before anything happens. */
export function Handing(props: {
  memberId: string
  memberName: string
  lines: readonly Transferable[]
  people: readonly Person[]
}) {
  const { absence } = useMessages(shiftsMessages).words
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const command = useCommand(makeTransfer)
  const toOf = ({ id, toId }: Transferable) => changed[id] ?? toId ?? stays
  const items = props.lines.flatMap((line) => {
    const toId = toOf(line)
    return toId === stays ? [] : [{ kind: line.kind, id: line.id, toId }]
  })
  const others = props.people.filter(({ id }) => id !== props.memberId)
  const receivers = [...new Set(items.map(({ toId }) => toId))]

  async function send() {
    const body = { fromId: props.memberId, reason: reason.trim(), items }
    const answered = await command.send({ body })
    if (!answered.ok) return
    const done = answered.value.transfer.items.filter(({ refusal }) => refusal === null)
    showToast({ text: absence.made({ count: done.length }), tone: 'done' })
    setChanged({})
    setReason('')
  }
  if (props.lines.length === 0) return <p>{absence.nothing}</p>
  return (
    <div className="flex flex-col gap-3">
      <ul className="card divide-y divide-line-soft">
        {props.lines.map((line) => (
          <Row
            key={line.kind + line.id}
            line={line}
            people={others}
            toId={toOf(line)}
            onChange={(toId) => setChanged({ ...changed, [line.id]: toId })}
          />
        ))}
      </ul>
      {receivers.length > 0 ? (
        <div className="rounded-lg bg-accent-bg px-3.5 py-2">
          <p className="text-xs text-sub">{absence.say}</p>
          {receivers.map((id) => (
            <p key={id}>
              {absence.sentence({ from: told(props.people, props.memberId), to: told(others, id) })}
            </p>
          ))}
        </div>
      ) : null}
      <div className="flex flex-wrap items-end gap-3">
        <span className="min-w-64 flex-1">
          <TextField
            label={absence.reason}
            hint={absence.reasonHint}
            value={reason}
            onChange={setReason}
            maxLength={200}
            isRequired
          />
        </span>
        <Button
          kind="primary"
          isDisabled={items.length === 0 || reason.trim() === ''}
          isBusy={command.isSending}
          onPress={() => void send()}
        >
          {absence.make({ count: items.length })}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
    </div>
  )
}

/** How customers know them: by the family name of their business name. */
function told(people: readonly Person[], id: string): string {
  const person = people.find((each) => each.id === id)
  return (person?.businessName ?? person?.name ?? '').split(/[\s　]/u)[0] ?? ''
}

function Row(props: {
  line: Transferable
  people: readonly Person[]
  toId: string
  onChange: (toId: string) => void
}) {
  const { absence } = useMessages(shiftsMessages).words
  const language = useLanguage()
  const now = useNow()
  const { line } = props
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <span className="min-w-56 flex-1">
        <span className="me-2 text-sm text-sub">{absence.kinds[line.kind]}</span>
        <span className="font-semibold">{line.subject}</span>
        <span className="ms-2 text-sm text-sub">
          {[line.number, line.customerName].filter(Boolean).join('　')}
        </span>
        {line.words ? (
          <span className="block text-sm text-purple">
            {line.words}
            {line.dueAt ? `　${dayAndTime(line.dueAt, now, language)}` : ''}
          </span>
        ) : null}
      </span>
      <span className="w-52">
        <Select
          label={absence.to({ number: `${line.number} ${absence.kinds[line.kind]}` })}
          hidesLabel
          choices={[{ id: stays, name: absence.stay }, ...props.people]}
          value={props.toId}
          onChange={props.onChange}
        />
      </span>
    </li>
  )
}
