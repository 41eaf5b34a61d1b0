import { channels, type Severity } from '#features/complaints/contract.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { RouteRule } from '../../contract.ts'
import { routingMessages } from '../../messages.ts'

/** What other rooms call their codes. */
export type Names = {
  readonly channel: (code: string) => string
  readonly severity: (code: string) => string
}
type Named = { readonly id: string; readonly name: string }
type Fields = {
  readonly rule: RouteRule
  readonly people: readonly Named[]
  readonly desks: readonly Named[]
  readonly names: Names
  readonly isDisabled: boolean
  readonly onChange: (rule: RouteRule) => void
}

const any = 'any'
const severities = ['low', 'medium', 'high', 'critical'] as const satisfies readonly Severity[]

/** One row: when, how, to whom. */
export function RouteFields(props: Fields) {
  const { settings } = useMessages(routingMessages).words
  const { rule, isDisabled, onChange } = props
  return (
    <>
      <TextField
        label={settings.name}
        value={rule.name}
        isDisabled={isDisabled}
        maxLength={60}
        onChange={(name) => onChange({ ...rule, name })}
        isRequired
      />
      <When {...props} />
      <Then {...props} />
    </>
  )
}

/** One of them, or any. */
function Only<T extends string>(props: {
  label: string
  all: readonly T[]
  nameOf: (code: T) => string
  value: readonly T[]
  isDisabled: boolean
  onChange: (value: T[]) => void
}) {
  const { settings } = useMessages(routingMessages).words
  const choices: { id: string; name: string }[] = [
    { id: any, name: settings.any },
    ...props.all.map((id) => ({ id, name: props.nameOf(id) })),
  ]
  return (
    <Select
      label={props.label}
      choices={choices}
      value={props.value[0] ?? any}
      isDisabled={props.isDisabled}
      onChange={(chosen) => props.onChange(props.all.filter((each) => each === chosen))}
    />
  )
}

function When({ rule, names, isDisabled, onChange }: Fields) {
  const { settings } = useMessages(routingMessages).words
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <Only
        label={settings.kind}
        all={['supervisor', 'named-person'] as const}
        nameOf={(kind) => settings.kinds[kind]}
        value={rule.kinds}
        isDisabled={isDisabled}
        onChange={(kinds) => onChange({ ...rule, kinds })}
      />
      <Only
        label={settings.channel}
        all={channels}
        nameOf={names.channel}
        value={rule.channels}
        isDisabled={isDisabled}
        onChange={(chosen) => onChange({ ...rule, channels: chosen })}
      />
      <Only
        label={settings.severity}
        all={severities}
        nameOf={names.severity}
        value={rule.severities}
        isDisabled={isDisabled}
        onChange={(chosen) => onChange({ ...rule, severities: chosen })}
      />
      <Select
        label={settings.hours}
        choices={(['any', 'open', 'closed'] as const).map((id) => ({
          id,
          name: settings.hoursOf[id],
        }))}
        value={rule.hours}
        isDisabled={isDisabled}
        onChange={(hours) => onChange({ ...rule, hours })}
      />
    </div>
  )
}

function Then({ rule, people, desks, isDisabled, onChange }: Fields) {
  const { settings } = useMessages(routingMessages).words
  const minutes = (text: string, before: number) => {
    const typed = Number(text)
    return Number.isInteger(typed) && typed > 0 && typed <= 480 ? typed : before
  }
  const nobody = (id: string) => (id === any ? null : id)
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <Select
        label={settings.mode}
        choices={(['connect', 'call-back'] as const).map((id) => ({
          id,
          name: settings.modes[id],
        }))}
        value={rule.mode}
        isDisabled={isDisabled}
        onChange={(mode) => onChange({ ...rule, mode })}
      />
      <Select
        label={settings.to}
        choices={[{ id: any, name: settings.byLoad }, ...people]}
        value={rule.toId ?? any}
        isDisabled={isDisabled}
        onChange={(id) => onChange({ ...rule, toId: nobody(id) })}
      />
      <Select
        label={settings.fallback}
        choices={[{ id: any, name: settings.leaders }, ...desks]}
        value={rule.fallbackDeskId ?? any}
        isDisabled={isDisabled}
        onChange={(id) => onChange({ ...rule, fallbackDeskId: nobody(id) })}
      />
      {(['connectMinutes', 'callBackMinutes'] as const).map((key) => (
        <TextField
          key={key}
          label={settings[key]}
          type="number"
          value={String(rule[key])}
          isDisabled={isDisabled}
          onChange={(text) => onChange({ ...rule, [key]: minutes(text, rule[key]) })}
        />
      ))}
    </div>
  )
}
