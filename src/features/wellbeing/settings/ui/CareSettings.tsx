import { useState } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import {
  changeCareSettings,
  readCareSettings,
  type Helpline,
  type ShownCareSettings,
} from '../contract.ts'
import { careSettingsMessages } from '../messages.ts'

/** From when on a break is offered, and whom one can call outside. */
export default function CareSettings() {
  const { words } = useMessages(careSettingsMessages)
  const answer = useAnswer(readCareSettings, {})
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={answer}>
        {(value) => <Form key={value.changedAt ?? 'first'} settings={value} />}
      </Answering>
    </div>
  )
}

const limits = { minutes: 480, insults: 100, threats: 100, halfLifeHours: 336 } as const
const numbers = ['minutes', 'insults', 'threats', 'halfLifeHours'] as const

function Form({ settings }: { settings: ShownCareSettings }) {
  const { words } = useMessages(careSettingsMessages)
  const { minutes, insults, threats, halfLifeHours } = settings.measure
  const [typed, setTyped] = useState({
    minutes: String(minutes),
    insults: String(insults),
    threats: String(threats),
    halfLifeHours: String(halfLifeHours),
  })
  const [helplines, setHelplines] = useState<readonly Helpline[]>(settings.helplines)
  const command = useCommand(changeCareSettings)
  const read = (name: (typeof numbers)[number]) => Number(typed[name].normalize('NFKC'))
  const isWrong = (name: (typeof numbers)[number]) =>
    !Number.isInteger(read(name)) || read(name) < 1 || read(name) > limits[name]

  async function save() {
    if (numbers.some(isWrong)) return
    const measure = {
      minutes: read('minutes'),
      insults: read('insults'),
      threats: read('threats'),
      halfLifeHours: read('halfLifeHours'),
    }
    const answered = await command.send({ body: { measure, helplines: [...helplines] } })
    if (answered.ok) showToast({ text: words.saved, tone: 'done' })
  }

  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        {numbers.map((name) => (
          <TextField
            key={name}
            label={words[name]}
            value={typed[name]}
            inputMode="numeric"
            error={isWrong(name) ? words.outOfRange({ least: 1, most: limits[name] }) : null}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
            onSend={() => void save()}
          />
        ))}
      </div>
      <Helplines helplines={helplines} onChange={setHelplines} />
      <Refusal refusal={command.refusal} />
      <div>
        <Button
          kind="primary"
          keys="mod+enter"
          keysInFields
          isBusy={command.isSending}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      </div>
    </div>
  )
}

const fields = ['name', 'phone', 'hours', 'checkedOn'] as const

function Helplines(props: {
  helplines: readonly Helpline[]
  onChange: (helplines: readonly Helpline[]) => void
}) {
  const { words } = useMessages(careSettingsMessages)
  const { helplines, onChange } = props
  const checkedOn = dayKey(useNow())
  return (
    <section aria-label={words.helplines} className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">{words.helplines}</h3>
      <p className="text-sm text-sub">{words.helplinesHint}</p>
      {helplines.map((line, at) => (
        <fieldset
          key={at}
          aria-label={line.name || words.helplines}
          className="grid items-end gap-2 border-t border-line-soft pt-3 sm:grid-cols-[1fr_1fr_auto]"
        >
          {fields.map((field) => (
            <TextField
              key={field}
              label={words[field]}
              value={line[field]}
              onChange={(value) => onChange(helplines.with(at, { ...line, [field]: value }))}
            />
          ))}
          <Button
            kind="quiet"
            label={words.removeNamed({ name: line.name })}
            className="sm:col-start-3 sm:row-start-1"
            onPress={() => onChange(helplines.toSpliced(at, 1))}
          >
            {words.remove}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          onPress={() => onChange([...helplines, { name: '', phone: '', hours: '', checkedOn }])}
        >
          {words.add}
        </Button>
      </div>
    </section>
  )
}
