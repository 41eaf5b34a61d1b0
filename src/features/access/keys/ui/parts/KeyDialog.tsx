import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SecretShown } from '#kit/SecretShown.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { permissions, type Permission } from '../../../contract.ts'
import { makeKey, usualPace } from '../../contract.ts'
import { keysMessages } from '../../messages.ts'

const paces = ['300', '1200', '6000', '30000'] as const

/** Name, what it may do, until when; then the key itself, once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { words } = useMessages(keysMessages)
  const [wanted, setWanted] = useState<Wanted>(blank)
  const [isAsked, setAsked] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const command = useCommand(makeKey)
  const isNamed = wanted.name.trim() !== ''

  async function make() {
    setAsked(true)
    if (!isNamed || wanted.permissions.length === 0) return
    const { name, endsOn, pace } = wanted
    const body = { name, permissions: [...wanted.permissions], perMinute: Number(pace) }
    const answered = await command.send({ body: { ...body, endsOn: endsOn || null } })
    if (answered.ok) setSecret(answered.value.secret)
  }

  if (secret !== null)
    return (
      <SecretShown title={words.made(wanted)} secret={secret} words={words} onClose={onClose} />
    )
  return (
    <Dialog
      isOpen
      keepsOpen
      onClose={onClose}
      title={words.makeTitle}
      actions={
        <SendButtons
          label={words.make}
          isBusy={command.isSending}
          onClose={onClose}
          onSend={() => void make()}
        />
      }
    >
      <div className="flex flex-col gap-5">
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={wanted.name}
          onChange={(name) => setWanted({ ...wanted, name })}
          error={isAsked && !isNamed ? words.nameIt : null}
          maxLength={200}
          isRequired
          autoFocus
        />
        <Permissions
          chosen={wanted.permissions}
          onChange={(chosen) => setWanted({ ...wanted, permissions: chosen })}
          error={isAsked && wanted.permissions.length === 0 ? words.chooseOne : ''}
        />
        <Limits wanted={wanted} onChange={setWanted} />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

type Wanted = {
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly endsOn: string
  readonly pace: (typeof paces)[number]
}
const blank: Wanted = {
  name: '',
  permissions: [],
  endsOn: '',
  pace: paces.find((pace) => Number(pace) === usualPace) ?? '1200',
}

function Permissions(props: {
  chosen: readonly Permission[]
  onChange: (chosen: readonly Permission[]) => void
  error: string
}) {
  const { words } = useMessages(keysMessages)
  const { chosen } = props
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{words.may}</legend>
      {permissions.map((permission) => (
        <div key={permission} className="flex flex-wrap items-baseline gap-x-3">
          <Checkbox
            isChosen={chosen.includes(permission)}
            onChange={(isChosen) =>
              props.onChange(
                isChosen ? [...chosen, permission] : chosen.filter((other) => other !== permission),
              )
            }
          >
            {words.permissions[permission]}
          </Checkbox>
          <span className="text-xs text-sub">{words.hints[permission]}</span>
        </div>
      ))}
      {props.error ? (
        <p role="alert" className="text-sm text-red">
          {props.error}
        </p>
      ) : null}
    </fieldset>
  )
}

function Limits(props: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const { words } = useMessages(keysMessages)
  const today = dayKey(useNow())
  const { wanted, onChange } = props
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <DayField
        label={words.endsOn}
        value={wanted.endsOn}
        from={today}
        onChange={(endsOn) => onChange({ ...wanted, endsOn })}
      />
      <Select
        label={words.pace}
        hint={words.paceHint}
        choices={paces.map((pace) => ({ id: pace, name: words.paces[pace] }))}
        value={wanted.pace}
        onChange={(pace) => onChange({ ...wanted, pace })}
      />
    </div>
  )
}
