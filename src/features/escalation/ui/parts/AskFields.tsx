import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { routingMessages } from '#features/escalation/routing/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Choices } from '#kit/Choices.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { writtenDay } from '#kit/time.ts'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { keepingReasons, type Route } from '#features/escalation/routing/contract.ts'
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
  // Whoever walks through the ways with the arrows stays there.
  const [isChosen, setChosen] = useState(false)
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
      <Ways
        asking={asking}
        route={route}
        onChange={(changes) => {
          setChosen(true)
          onChange(changes)
        }}
      />
      {asking.mode === 'watch' ? <Keeping asking={asking} onChange={onChange} /> : null}
      <p className="rounded-lg bg-accent-bg px-3.5 py-2">
        <span className="block text-xs text-sub">{ask.say}</span>
        <Says asking={asking} route={route} />
      </p>
      {route ? <RoutePreview route={route} /> : null}
      {asking.mode === 'call-back' ? (
        <CallBackFields window={asking.window} onChange={(window) => onChange({ window })} />
      ) : null}
      {asking.mode === 'watch' ? null : (
        <Told asking={asking} onChange={onChange} takesFocus={!isChosen} />
      )}
    </>
  )
}

/** The way that is right now is marked, with why; one that cannot be had now cannot be chosen. */
function Ways({ asking, route, onChange }: Omit<FieldsProps, 'complaintId'>) {
  const { ask } = useMessages(routingMessages).words
  return (
    <div className="flex flex-col gap-1.5">
      <Choices
        label={ask.mode}
        choices={(['connect', 'call-back', 'watch'] as const).map((id) => ({
          id,
          name: ask.modes[id],
          ...(id === 'connect' && route?.noConnect
            ? { isDisabled: true, label: `${ask.modes[id]}（${ask.notFree}）` }
            : {}),
        }))}
        value={asking.mode}
        onChange={(mode) => onChange({ mode })}
      />
      {route ? (
        <p className="text-sm text-sub">
          {asking.mode === route.recommended
            ? whyThisWay(route, ask)
            : ask.best({ way: ask.modes[route.recommended], why: whyThisWay(route, ask) })}
        </p>
      ) : null}
    </div>
  )
}

type Words = (typeof routingMessages)['ja' | 'en']['words']['ask']

function whyThisWay({ recommended, keeping, noConnect }: Route, ask: Words): string {
  if (recommended === 'watch' && keeping && keeping !== 'own-mistake')
    return ask.recommended[keeping]
  if (noConnect?.why === 'rule') return ask.noConnect.rule({ name: noConnect.name })
  if (noConnect) return ask.noConnect.nobody
  return ask.recommended[recommended === 'call-back' ? 'call-back' : 'connect']
}

/** What really happens is what the customer is told. */
function Says({ asking, route }: Pick<FieldsProps, 'asking' | 'route'>) {
  const { ask } = useMessages(routingMessages).words
  const language = useLanguage()
  const now = useNow()
  const name = route?.toldName
  const { mode, keeping } = asking
  if (!mode) return '…'
  if (mode === 'watch' && keeping) return ask.saysKeeping[keeping]
  if (mode !== 'call-back' || !name) return ask.says[mode]
  const { on, from, until } = asking.window
  const isNamed = asking.kind === 'named-person'
  if (!on || !from || !until) return ask.saysWho({ name, isNamed })
  const day = writtenDay(on, now, language)
  return ask.saysWhen({ name, isNamed, day, from, until })
}

/** E3: the three reasons that keep it with the operator, and no fourth. */
function Keeping({ asking, onChange }: Pick<FieldsProps, 'asking' | 'onChange'>) {
  const { ask } = useMessages(routingMessages).words
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

function Told(props: Pick<FieldsProps, 'asking' | 'onChange'> & { takesFocus: boolean }) {
  const { asking, onChange, takesFocus } = props
  const { ask } = useMessages(routingMessages).words
  return (
    <TextArea
      label={ask.reason}
      hint={ask.reasonHint}
      value={asking.reason}
      onChange={(reason) => onChange({ reason })}
      rows={2}
      isRequired
      autoFocus={takesFocus && asking.kind === 'supervisor'}
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
