import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayAndTime } from '#kit/time.ts'
import type { ShiftLine } from '../../contract.ts'
import { shiftsMessages } from '../../messages.ts'
import { Line } from './Line.tsx'
import { useTelling, type Choice } from './telling.ts'

/** What goes along: everything of a member, of a desk what must be heeded; a line is left out, or gets a remark, by hand. */
export function Telling(props: {
  from: Choice & { readonly name: string }
  lines: readonly ShiftLine[]
  receivers: readonly (Choice & { readonly name: string })[]
  cueName: (code: string) => string
}) {
  const { words } = useMessages(shiftsMessages)
  const telling = useTelling(props.from, props.lines)
  const { draft, told, command } = telling
  const receivers = props.receivers.filter(({ id }) => id !== props.from.id || props.from.isDesk)
  const to = receivers.find(({ id }) => id === draft.value.to) ?? null
  const language = useLanguage()
  const now = useNow()
  const isEmpty = told.length === 0 && draft.value.note.trim() === ''
  const time = dayAndTime(now, now, language)
  return (
    <div className="flex flex-col gap-3">
      <div className="hidden print:block">
        <h2 className="text-lg">{words.printed({ from: props.from.name, time })}</h2>
        <p className="whitespace-pre-wrap">{draft.value.note}</p>
      </div>
      {props.lines.length === 0 ? <p>{words.nothing}</p> : null}
      <ul className="card divide-y divide-line-soft empty:hidden">
        {props.lines.map((line) => (
          <li
            key={line.complaintId}
            data-print={told.includes(line) ? undefined : 'off'}
            className="flex flex-wrap items-center gap-x-3 px-4 py-2"
          >
            <Checkbox
              hidesLabel
              isChosen={told.includes(line)}
              onChange={(isOn) => telling.take(line, isOn)}
            >
              {words.include({ number: line.number })}
            </Checkbox>
            <Line line={line} cueName={props.cueName} />
            <p className="hidden w-full text-sm font-semibold empty:hidden print:block">
              {draft.value.remarks[line.complaintId]}
            </p>
            <span data-print="off" className="w-full sm:w-56">
              <TextField
                label={words.remarkOf({ number: line.number })}
                hidesLabel
                placeholder={words.remark}
                maxLength={200}
                value={draft.value.remarks[line.complaintId] ?? ''}
                onChange={(text) => telling.remark(line, text)}
              />
            </span>
          </li>
        ))}
      </ul>
      <div data-print="off" className="flex flex-col gap-3">
        <TextArea
          label={words.note}
          hint={words.noteHint}
          value={draft.value.note}
          onChange={(note) => draft.change({ ...draft.value, note })}
          rows={2}
        />
        <div className="flex flex-wrap items-end gap-3">
          <span className="w-64">
            <Select
              label={words.to}
              placeholder={words.choose}
              choices={receivers}
              value={to?.id ?? null}
              onChange={(id) => draft.change({ ...draft.value, to: id })}
            />
          </span>
          <Button
            kind="primary"
            keys="mod+enter"
            keysInFields
            isDisabled={!to || isEmpty}
            isBusy={command.isSending}
            onPress={() => void (to && telling.send(to))}
          >
            {words.send({ count: told.length })}
          </Button>
          {draft.keptAt === null ? null : <p className="text-xs text-sub">{words.draft}</p>}
        </div>
      </div>
      <Refusal refusal={command.refusal} />
    </div>
  )
}
