import { useState } from 'react'
import {
  changeOrganisation,
  readOrganisation,
  type Organisation,
} from '#features/access/contract.ts'
import { accessMessages } from '#features/access/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { TimeField } from '#kit/TimeField.tsx'
import { showToast } from '#kit/toasts.ts'
import { weekdays, whyNotCounted } from '#features/access/rules.ts'
import { DayList } from './parts/DayList.tsx'
import { HalfDays } from './parts/HalfDays.tsx'
import { HalfWeekdays } from './parts/HalfWeekdays.tsx'
import { NationalHolidays } from './parts/NationalHolidays.tsx'

/** Name, workdays, hours and holidays: what every promised date is counted with. */
export function OrganisationForm({ mayChange }: { mayChange: boolean }) {
  const organisation = useAnswer(readOrganisation, {}, { live: true })
  return (
    <Answering answer={organisation}>
      {(value) => <Form saved={value} mayChange={mayChange} />}
    </Answering>
  )
}

function Form({ saved, mayChange }: { saved: Organisation; mayChange: boolean }) {
  const { organisation: words } = useMessages(accessMessages).words
  const { name, setName, calendar, change, send, command, why, isChanged } = useDraft(saved)
  const setTime = (field: 'opens' | 'closes' | 'yearEndFrom' | 'yearEndTo') => (value: string) =>
    change({ [field]: value })
  return (
    <fieldset disabled={!mayChange} className="flex max-w-2xl flex-col gap-6">
      <legend className="sr-only">{words.title}</legend>
      {mayChange ? null : <p className="text-sm text-sub">{words.readOnly}</p>}
      <TextField label={words.name} value={name} onChange={setName} />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{words.workdays}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {weekdays.map((weekday) => (
            <Checkbox
              key={weekday}
              isChosen={calendar.workdays.includes(weekday)}
              onChange={(isChosen) =>
                change({
                  workdays: weekdays.filter((day) =>
                    day === weekday ? isChosen : calendar.workdays.includes(day),
                  ),
                })
              }
            >
              {words.weekdays[weekday]}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="grid max-w-sm grid-cols-2 gap-4">
        <TimeField
          label={words.opens}
          value={calendar.opens}
          onChange={setTime('opens')}
          isDisabled={!mayChange}
        />
        <TimeField
          label={words.closes}
          isDisabled={!mayChange}
          value={calendar.closes}
          onChange={setTime('closes')}
          error={why?.code === 'access.closes-before-opens' ? words.reasons[why.code] : null}
        />
      </div>
      <HalfWeekdays calendar={calendar} mayChange={mayChange} onChange={change} />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{words.yearEnd}</legend>
        <div className="grid max-w-sm grid-cols-2 gap-4">
          <TextField
            label={words.from}
            value={calendar.yearEndFrom}
            onChange={setTime('yearEndFrom')}
          />
          <TextField label={words.to} value={calendar.yearEndTo} onChange={setTime('yearEndTo')} />
        </div>
      </fieldset>
      <DayList
        title={words.closedOn}
        days={calendar.closedOn}
        mayChange={mayChange}
        onChange={(closedOn) => change({ closedOn })}
      />
      <DayList
        title={words.openOn}
        days={calendar.openOn}
        mayChange={mayChange}
        onChange={(openOn) => change({ openOn })}
      />
      <HalfDays calendar={calendar} mayChange={mayChange} onChange={change} />
      <NationalHolidays />
      <Refusal refusal={command.refusal} />
      {mayChange ? (
        <Button
          kind="primary"
          className="self-start"
          isDisabled={!isChanged || why !== undefined}
          isBusy={command.isSending}
          onPress={() => void send()}
        >
          {words.save}
        </Button>
      ) : null}
    </fieldset>
  )
}

function useDraft(saved: Organisation) {
  const { organisation: words } = useMessages(accessMessages).words
  const [name, setName] = useState(saved.name)
  const [calendar, setCalendar] = useState(saved.calendar)
  const [known, setKnown] = useState(saved)
  // Saved, taken back or changed by somebody else. A form made anew would lose the place one is at.
  if (known !== saved) {
    setKnown(saved)
    setName(saved.name)
    setCalendar(saved.calendar)
  }
  const command = useCommand(changeOrganisation)
  const why = whyNotCounted(calendar, dayKey(useNow()))?.refusal
  const isChanged =
    name !== saved.name || JSON.stringify(calendar) !== JSON.stringify(saved.calendar)

  async function send() {
    const answered = await command.send({ body: { name, calendar } })
    if (!answered.ok) return
    const former = { name: saved.name, calendar: saved.calendar }
    const undo = async () => {
      const restored = await command.send({ body: former })
      if (restored.ok) showToast({ text: words.restored })
    }
    showToast({ text: words.saved, tone: 'done', undo: () => void undo() })
  }
  const change = (changes: Partial<Organisation['calendar']>) =>
    setCalendar({ ...calendar, ...changes })
  return { name, setName, calendar, change, send, command, why, isChanged }
}
