import { useState } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
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
  const language = useLanguage()
  const { minutes, insults, threats, halfLifeHours } = settings.measure
  const [typed, setTyped] = useState({
    minutes: String(minutes),
    insults: String(insults),
    threats: String(threats),
    halfLifeHours: String(halfLifeHours),
  })
  const [breaks, setBreaks] = useState(settings.breaks.join(language === 'ja' ? '、' : ', '))
  const [helplines, setHelplines] = useState<readonly Helpline[]>(settings.helplines)
  const [isTried, setTried] = useState(false)
  const command = useCommand(changeCareSettings)
  const read = (name: (typeof numbers)[number]) => Number(typed[name].normalize('NFKC'))
  const isWrong = (name: (typeof numbers)[number]) =>
    !Number.isInteger(read(name)) || read(name) < 1 || read(name) > limits[name]

  async function save() {
    const lengths = lengthsIn(breaks)
    setTried(true)
    if (numbers.some(isWrong) || lengths === null || helplines.some(isIncomplete)) return
    const measure = {
      minutes: read('minutes'),
      insults: read('insults'),
      threats: read('threats'),
      halfLifeHours: read('halfLifeHours'),
    }
    const answered = await command.send({
      body: { measure, breaks: lengths, helplines: [...helplines] },
    })
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
        <TextField
          label={words.breaks}
          value={breaks}
          hint={words.breaksHint}
          error={lengthsIn(breaks) === null ? words.breaksWrong : null}
          onChange={setBreaks}
          onSend={() => void save()}
        />
      </div>
      <Helplines helplines={helplines} isTried={isTried} onChange={setHelplines} />
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

/** 「5、15・30」 as numbers; null for what cannot be a length. */
function lengthsIn(typed: string): number[] | null {
  const read = typed
    .normalize('NFKC')
    .split(/[^\d.-]+/u)
    .filter(Boolean)
    .map(Number)
  const isRight = read.every((each) => Number.isInteger(each) && each >= 1 && each <= 120)
  return isRight && read.length >= 1 && read.length <= 3 ? read : null
}

function isIncomplete(line: Helpline): boolean {
  return fields.some((field) => wrongIn(field, line[field]) !== null)
}

/** What has to be written there, as the name of its sentence. */
function wrongIn(field: (typeof fields)[number], text: string) {
  if (field === 'name' && text.trim() === '') return 'nameIt' as const
  if (field === 'phone' && text.trim() === '') return 'numberIt' as const
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(text)
  return field === 'checkedOn' && !isDay ? ('dayIt' as const) : null
}

const fields = ['name', 'phone', 'hours', 'checkedOn'] as const

function Helplines(props: {
  helplines: readonly Helpline[]
  /** Somebody has tried to save it: what is missing is said. */
  isTried: boolean
  onChange: (helplines: readonly Helpline[]) => void
}) {
  const { words } = useMessages(careSettingsMessages)
  const { helplines, onChange } = props
  const checkedOn = dayKey(useNow())
  const errorIn = (field: (typeof fields)[number], text: string) => {
    const wrong = props.isTried ? wrongIn(field, text) : null
    return wrong === null ? null : words[wrong]
  }
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
              error={errorIn(field, line[field])}
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
