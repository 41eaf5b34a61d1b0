import { useState } from 'react'
import { startClock, type Start } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { dueOf, governmentCalendar } from '#features/assessment/clocks/rules.ts'
import type { ClockDefinition } from '#features/assessment/definitions/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayName } from './days.ts'

type Begun = { readonly start: Start | null; readonly variant: string | null }

/** When it began, in which variant, and why; the last days are counted while one chooses. */
export function StartDialog(props: {
  complaintId: string
  definition: ClockDefinition
  /** The day the complaint came: for most clocks the day the company knew. */
  receivedOn: string
  begun: Begun | null
  onClose: () => void
}) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const { definition, begun } = props
  const [on, setOn] = useState(begun?.start?.on ?? firstDay(definition, props.receivedOn))
  const [at, setAt] = useState(begun?.start?.at ?? '')
  const [variant, setVariant] = useState(begun?.variant ?? null)
  const [reason, setReason] = useState('')
  const command = useCommand(startClock)
  const name = definition.name[language]
  const isHourly = definition.stages.some(({ length }) => length.unit === 'hour')
  const lacksVariant = definition.variants.length > 0 && variant === null
  const isIncomplete = on === '' || lacksVariant || reason.trim() === ''

  async function send() {
    if (isIncomplete) return
    const params = { complaintId: props.complaintId, code: definition.code }
    const start = { on, at: at === '' ? null : at }
    const answered = await command.send({ params, body: { start, variant, reason: reason.trim() } })
    if (answered.ok) props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={begun?.start ? words.correctTitle({ name }) : words.startTitle({ name })}
      keepsOpen={reason !== ''}
      actions={
        <SendButtons
          label={begun?.start ? words.correct : words.start}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={isIncomplete}
        />
      }
    >
      <div className="flex flex-col gap-4">
        {begun?.start ? <p className="text-sm text-sub">{words.correctLead}</p> : null}
        <Starts definition={definition} />
        {definition.variants.length > 0 ? (
          <Choices
            label={words.variant}
            choices={definition.variants.map(({ key, name }) => ({
              id: key,
              name: name[language],
            }))}
            value={variant}
            onChange={setVariant}
            isRequired
          />
        ) : null}
        <DayField label={words.startOn} value={on} onChange={setOn} />
        {isHourly ? (
          <TextField label={words.startAt} type="time" value={at} onChange={setAt} />
        ) : null}
        <LastDays definition={definition} on={lacksVariant ? '' : on} variant={variant} />
        <TextField
          label={words.reason}
          hint={begun?.start ? words.correctHint : words.startHint}
          value={reason}
          onChange={setReason}
          isRequired
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

/** A complaint that has come is how the company knew; papers and deliveries have days of their own. */
function firstDay({ start }: ClockDefinition, receivedOn: string): string {
  return ['known', 'complained', 'reported'].includes(start.event) ? receivedOn : ''
}

function Starts({ definition }: { definition: ClockDefinition }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const { start, when } = definition
  return (
    <div className="rounded-lg bg-gray-bg px-3 py-2 text-sm leading-relaxed">
      <p>{when[language]}</p>
      <p className="mt-1 text-sub">
        {words.facts.starts}：{words.starts[start.event]}
        {start.note ? `。${start.note[language]}` : ''}
      </p>
    </div>
  )
}

/** What the choice comes to. Days of the company's own calendar are counted by the server. */
function LastDays(props: { definition: ClockDefinition; on: string; variant: string | null }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const now = useNow()
  const counted = props.definition.stages.filter(
    ({ calendar, length }) => calendar === 'government' && length.unit !== 'hour',
  )
  if (props.on === '' || counted.length === 0) return null
  const start = { on: props.on, at: null }
  return (
    <ul aria-label={words.whichEnds} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {counted.map((stage) => (
        <li key={stage.key}>
          {stage.name[language]}{' '}
          <strong data-figures className="text-accent">
            {words.until({
              day: dayName(
                dueOf(stage, start, props.variant, { company: governmentCalendar }).dueOn,
                now,
                language,
              ),
            })}
          </strong>
        </li>
      ))}
    </ul>
  )
}
