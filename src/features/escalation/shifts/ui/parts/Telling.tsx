import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { tellShift, type ShiftLine } from '../../contract.ts'
import { shiftsMessages } from '../../messages.ts'
import { Line } from './Line.tsx'

type Person = { readonly id: string; readonly name: string }

/** Everything open goes along; a line is left out, or gets a remark, by hand. */
export function Telling(props: {
  fromId: string
  lines: readonly ShiftLine[]
  people: readonly Person[]
  cueName: (code: string) => string
}) {
  const { words } = useMessages(shiftsMessages)
  const [toId, setTo] = useState<string | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const [remarks, setRemarks] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand(tellShift)
  const told = props.lines.filter(({ complaintId }) => !left.includes(complaintId))
  const others = props.people.filter(({ id }) => id !== props.fromId)

  async function send() {
    if (!toId || told.length === 0) return
    const items = told.map(({ complaintId }) => ({
      complaintId,
      remark: remarks[complaintId] ?? '',
    }))
    const answered = await command.send({ body: { fromId: props.fromId, toId, items } })
    if (!answered.ok) return
    setRemarks({})
    showToast({ text: words.sent({ name: answered.value.shift.toName }), tone: 'done' })
  }
  if (props.lines.length === 0) return <p>{words.nothing}</p>
  return (
    <div className="flex flex-col gap-3">
      <ul className="card divide-y divide-line-soft">
        {props.lines.map((line) => (
          <li key={line.complaintId} className="flex flex-wrap items-center gap-x-3 px-4 py-2">
            <Checkbox
              hidesLabel
              isChosen={told.includes(line)}
              onChange={(isOn) =>
                setLeft(
                  isOn ? left.filter((id) => id !== line.complaintId) : [...left, line.complaintId],
                )
              }
            >
              {words.include({ number: line.number })}
            </Checkbox>
            <Line line={line} cueName={props.cueName} />
            <span data-print="off" className="w-full sm:w-56">
              <TextField
                label={words.remarkOf({ number: line.number })}
                hidesLabel
                placeholder={words.remark}
                maxLength={200}
                value={remarks[line.complaintId] ?? ''}
                onChange={(text) => setRemarks({ ...remarks, [line.complaintId]: text })}
              />
            </span>
          </li>
        ))}
      </ul>
      <div data-print="off" className="flex flex-wrap items-end gap-3">
        <span className="w-56">
          <Select
            label={words.to}
            placeholder={words.choose}
            choices={others}
            value={toId}
            onChange={setTo}
          />
        </span>
        <Button
          kind="primary"
          isDisabled={!toId || told.length === 0}
          isBusy={command.isSending}
          onPress={() => void send()}
        >
          {words.send({ count: told.length })}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
    </div>
  )
}
