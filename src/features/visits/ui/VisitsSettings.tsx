import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { visitBoardMessages } from '../board/messages.ts'
import { readVisitsSettings, saveVisitsSettings, type Stood } from '../settings/contract.ts'
import { visitSettingsMessages } from '../settings/messages.ts'
import { Contacts } from './parts/Contacts.tsx'
import { Gateway } from './parts/Gateway.tsx'
import { TryWays, WayTroubles } from './parts/Ways.tsx'

/** How visits are watched and how alarms reach people; only administrators change it. */
export default function VisitsSettings({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(visitBoardMessages)
  const answer = useAnswer(readVisitsSettings, {})
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-sub">{words.notice}</p>
      <Answering answer={answer}>
        {(stood) => (
          <>
            <WayTroubles />
            <Form key={stood.changedAt} stood={stood} mayChange={mayChange} />
          </>
        )}
      </Answering>
    </div>
  )
}

const numbers = [
  ['rungSeconds', 10, 900],
  ['outcomeMinutes', 1, 60],
  ['checkInMinutes', 5, 120],
  ['lostContactMinutes', 1, 60],
  ['arrivalMinutes', 5, 120],
] as const

function Form({ stood, mayChange }: { stood: Stood; mayChange: boolean }) {
  const { words } = useMessages(visitSettingsMessages)
  const [typed, setTyped] = useState(stood.settings)
  const command = useCommand(saveVisitsSettings)
  const known = useAnswer(listMembers, {})
  const members = known.state === 'ready' ? known.value.members : []
  const change = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }))
  async function save() {
    const answered = await command.send({ body: { settings: typed } })
    if (answered.ok) showToast({ text: words.saved, tone: 'done' })
  }
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-3" aria-label={words.watch}>
        <h3 className="text-base">{words.watch}</h3>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {numbers.map(([name, least, most]) => (
            <TextField
              key={name}
              label={words[name]}
              type="number"
              value={String(typed[name])}
              onChange={(text) =>
                change({ [name]: Math.min(most, Math.max(least, Number(text) || least)) })
              }
            />
          ))}
          <TextField
            label={words.deskPhone}
            type="tel"
            value={typed.deskPhone}
            onChange={(deskPhone) => change({ deskPhone })}
          />
        </div>
        <Checkbox
          isChosen={typed.allowsLocation}
          onChange={(allowsLocation) => change({ allowsLocation })}
        >
          {words.allowsLocation}
        </Checkbox>
      </section>
      <section className="flex flex-col gap-3" aria-label={words.ways}>
        <h3 className="text-base">{words.ways}</h3>
        <div className="flex flex-wrap gap-x-5">
          <Checkbox isChosen={typed.usesPush} onChange={(usesPush) => change({ usesPush })}>
            {words.usesPush}
          </Checkbox>
          <Checkbox isChosen={typed.usesMail} onChange={(usesMail) => change({ usesMail })}>
            {words.usesMail}
          </Checkbox>
        </div>
        <Contacts
          members={members}
          contacts={typed.contacts}
          onChange={(contacts) => change({ contacts })}
        />
        <Gateway typed={typed} change={change} mayChange={mayChange} />
      </section>
      {mayChange ? (
        <Button
          kind="primary"
          className="self-start"
          isBusy={command.isSending}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      ) : null}
      <Refusal refusal={command.refusal} />
      {mayChange ? <TryWays members={members} /> : null}
    </div>
  )
}
