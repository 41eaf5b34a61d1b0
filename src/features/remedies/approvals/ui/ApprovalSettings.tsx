import { useState } from 'react'
import { changeLimits, readLimits, type Limits } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { readYen } from '../../offers/ui/parts/read-yen.ts'
import { Lending } from './parts/Lending.tsx'

/** Who decides what is beyond the rules, how long it waits, and who decides for whom. */
export default function ApprovalSettings({ mayChange }: { mayChange: boolean }) {
  const { limits: words } = useMessages(queueMessages).words
  const known = useAnswer(readLimits, {})
  return (
    <div className="flex flex-col gap-8">
      <Section title={words.title}>
        <p className="text-sm text-sub">{words.lead}</p>
        <Answering answer={known} skeletonLines={3}>
          {(limits) => <LimitsForm limits={limits} mayChange={mayChange} />}
        </Answering>
      </Section>
      <Lending />
    </div>
  )
}

function LimitsForm({ limits, mayChange }: { limits: Limits; mayChange: boolean }) {
  const { limits: words } = useMessages(queueMessages).words
  const [yen, setYen] = useState(String(limits.supervisorYen))
  const [hours, setHours] = useState(String(limits.expiresHours))
  const [days, setDays] = useState(String(limits.holdsDays))
  const [admissionBy, setAdmissionBy] = useState(limits.admissionBy)
  const [publicBy, setPublicBy] = useState(limits.publicBy)
  const command = useCommand(changeLimits)
  const [supervisorYen, expiresHours, holdsDays] = [yen, hours, days].map(readYen)
  const isReady = [supervisorYen, expiresHours, holdsDays].every((each) => each !== null)

  async function save() {
    const body = {
      supervisorYen: supervisorYen ?? 0,
      expiresHours: expiresHours ?? 0,
      holdsDays: holdsDays ?? 0,
      admissionBy,
      publicBy,
    }
    const answered = await command.send({ body })
    if (answered.ok) showToast({ text: words.saved })
  }

  const numbers = [
    [words.supervisorYen, words.supervisorHint, yen, setYen],
    [words.expiresHours, undefined, hours, setHours],
    [words.holdsDays, undefined, days, setDays],
  ] as const
  return (
    <div className="card flex max-w-2xl flex-col gap-4 p-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {numbers.map(([label, hint, value, onChange]) => (
          <TextField
            key={label}
            label={label}
            {...(hint === undefined ? {} : { hint })}
            inputMode="numeric"
            value={value}
            onChange={onChange}
            isDisabled={!mayChange}
          />
        ))}
        <Decider
          label={words.admissionBy}
          options={['supervisor', 'admin'] as const}
          value={admissionBy}
          {...(mayChange ? { onChange: setAdmissionBy } : {})}
        />
        <Decider
          label={words.publicBy}
          hint={words.publicHint}
          options={['supervisor', 'admin', 'nobody'] as const}
          value={publicBy}
          {...(mayChange ? { onChange: setPublicBy } : {})}
        />
      </div>
      {isReady ? null : <p className="text-sm text-red">{words.notNumber}</p>}
      <Refusal refusal={command.refusal} />
      {mayChange ? (
        <Button
          className="self-end"
          isDisabled={!isReady}
          isBusy={command.isSending}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      ) : null}
    </div>
  )
}

/** Who decides words of one kind; without `onChange` it is only told. */
function Decider<T extends Limits['publicBy']>(props: {
  label: string
  hint?: string
  options: readonly T[]
  value: T
  onChange?: (value: T) => void
}) {
  const { limits: words } = useMessages(queueMessages).words
  const { label, options, value, onChange } = props
  return (
    <div className="flex flex-col gap-1">
      {onChange ? (
        <Choices
          label={label}
          choices={options.map((id) => ({ id, name: words.by[id] }))}
          value={value}
          onChange={onChange}
        />
      ) : (
        <p className="text-sm">
          {label}　{words.by[value]}
        </p>
      )}
      {props.hint === undefined ? null : <p className="text-xs text-sub">{props.hint}</p>}
    </div>
  )
}
