import { listMembers } from '#features/access/contract.ts'
import { keepingReasons } from '#features/escalation/contract.ts'
import { routingMessages } from '#features/escalation/routing/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Choices } from '#kit/Choices.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { calendarDay } from '#kit/time.ts'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Route } from '#features/escalation/routing/contract.ts'
import { anybody, type Asking } from './asking.ts'
import { CallBackFields } from './CallBackFields.tsx'
import { NamedPeople } from './NamedPeople.tsx'
import { RoutePreview } from './RoutePreview.tsx'

type FieldsProps = {
  readonly complaintId: string
  readonly asking: Asking
  /** How it would go as things are; null while that is not known. */
  readonly route: Route | null
  readonly onChange: (changes: Partial<Asking>) => void
}

/** Whom, how, and what to say to the customer meanwhile. */
export function AskFields(props: FieldsProps) {
  const { asking, route, onChange } = props
  const { ask } = useMessages(routingMessages).words
  const mode = route?.mode ?? asking.mode
  return (
    <>
      <Choices
        label={ask.kind}
        choices={(['supervisor', 'named-person'] as const).map((id) => ({
          id,
          name: ask.kinds[id],
        }))}
        value={asking.kind}
        onChange={(kind) => onChange({ kind, to: anybody })}
      />
      {asking.kind === 'named-person' ? (
        <>
          <TextField
            label={ask.person}
            hint={ask.personHint}
            value={asking.person}
            onChange={(person) => onChange({ person, to: anybody })}
            isRequired
            autoFocus
          />
          <NamedPeople
            complaintId={props.complaintId}
            words={asking.person}
            chosen={asking.to}
            onChoose={({ memberId: to, name }) =>
              onChange({ to, ...(asking.person.trim() === '' ? { person: name } : {}) })
            }
          />
        </>
      ) : (
        <Receiver value={asking.to} onChange={(to) => onChange({ to })} />
      )}
      <Choices
        label={ask.mode}
        choices={(['connect', 'call-back', 'watch'] as const).map((id) => ({
          id,
          name: ask.modes[id],
        }))}
        value={asking.mode}
        onChange={(mode) => onChange({ mode })}
      />
      <p className="rounded-lg bg-accent-bg px-3.5 py-2">
        <span className="block text-xs text-sub">{ask.say}</span>
        <Says asking={asking} route={route} />
      </p>
      {route ? <RoutePreview route={route} /> : null}
      {mode === 'call-back' && asking.window ? (
        <CallBackFields window={asking.window} onChange={(window) => onChange({ window })} />
      ) : null}
      <Why asking={asking} onChange={onChange} />
    </>
  )
}

/** What really happens is what the customer is told, also where somebody pressed 「いま替わる」 and nobody is free. */
function Says({ asking, route }: Pick<FieldsProps, 'asking' | 'route'>) {
  const { ask } = useMessages(routingMessages).words
  const language = useLanguage()
  const now = useNow()
  const name = route?.toldName
  const mode = route?.mode ?? asking.mode
  if (mode !== 'call-back' || !name) return ask.says[mode]
  const { on = '', from = '', until = '' } = asking.window ?? {}
  const isNamed = asking.kind === 'named-person'
  if (!on || !from || !until) return ask.saysWho({ name, isNamed })
  const day = calendarDay(`${on}T12:00:00+09:00`, now, language)
  return ask.saysWhen({ name, isNamed, day, from, until })
}

function Why({ asking, onChange }: Pick<FieldsProps, 'asking' | 'onChange'>) {
  const { ask } = useMessages(routingMessages).words
  if (asking.mode === 'watch') {
    return (
      <Choices
        label={ask.keep}
        choices={keepingReasons.map((id) => ({ id, name: ask.keeping[id] }))}
        value={asking.keeping}
        onChange={(keeping) => onChange({ keeping })}
        isRequired
      />
    )
  }
  return (
    <TextArea
      label={ask.reason}
      hint={ask.reasonHint}
      value={asking.reason}
      onChange={(reason) => onChange({ reason })}
      rows={2}
      isRequired
      autoFocus={asking.kind === 'supervisor'}
    />
  )
}

function Receiver(props: { value: string; onChange: (id: string) => void }) {
  const { ask } = useMessages(routingMessages).words
  const members = useAnswer(listMembers, {})
  const supervisors =
    members.state === 'ready'
      ? members.value.members.filter(({ roles }) => roles.includes('supervisor'))
      : []
  return (
    <Select
      label={ask.to}
      choices={[
        { id: anybody, name: ask.anybody },
        ...supervisors.map(({ id, name, title, isAway }) => ({
          id,
          name: isAway ? `${name}（${ask.away}）` : name,
          ...(title ? { hint: title } : {}),
        })),
      ]}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
