import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { askSupervisor, keepingReasons } from '#features/escalation/contract.ts'
import { escalationMessages } from '#features/escalation/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'

type Kind = 'supervisor' | 'named-person'
type Mode = 'connect' | 'call-back' | 'watch'
type Keeping = (typeof keepingReasons)[number]

const anybody = 'anybody'

/** 「上司を出せ」「○○を出せ」: whom, how, and what they must know; the sheet makes itself. */
export function AskDialog(props: {
  complaintId: string
  isTalking: boolean
  /** What the guide or a cue already knows: why somebody is called. */
  startReason?: string
  startKind?: Kind
  onClose: () => void
}) {
  const { words } = useMessages(escalationMessages)
  const kit = useMessages(kitMessages)
  const { ask } = words
  const { complaintId } = props
  const [kind, setKind] = useState<Kind>(props.startKind ?? 'supervisor')
  const [mode, setMode] = useState<Mode>(props.isTalking ? 'connect' : 'call-back')
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  const [person, setPerson] = useState('')
  const [to, setTo] = useState(anybody)
  const reason = useTextDraft(`${complaintId}/ask`)
  const command = useCommand(askSupervisor)
  const told = reason.keptAt === null ? (props.startReason ?? '') : reason.value
  const isComplete =
    (mode === 'watch' ? keeping !== null : told.trim() !== '') &&
    (kind === 'supervisor' || person.trim() !== '')

  async function send() {
    if (!isComplete) return
    const answered = await command.send({
      params: { complaintId },
      body: {
        kind,
        mode,
        reason: mode === 'watch' && keeping ? keeping : told.trim(),
        ...(kind === 'named-person' ? { person: person.trim() } : {}),
        ...(to === anybody ? {} : { toId: to }),
      },
    })
    if (!answered.ok) return
    reason.clear()
    const name = answered.value.request.toName
    showToast({ text: name ? ask.sent({ name }) : ask.sentToDesk, tone: 'done' })
    props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={ask.title}
      keepsOpen={told !== ''}
      actions={
        <>
          <Button onPress={props.onClose}>{kit.cancel}</Button>
          <Button
            kind="primary"
            keys="mod+enter"
            keysInFields
            isDisabled={!isComplete}
            isBusy={command.isSending}
            onPress={() => void send()}
          >
            {ask.send}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{ask.lead}</p>
        <Whom
          kind={kind}
          onKind={setKind}
          person={person}
          onPerson={setPerson}
          to={to}
          onTo={setTo}
        />
        <How value={mode} onChange={setMode} />
        {mode === 'watch' ? (
          <Choices
            label={ask.keep}
            choices={keepingReasons.map((id) => ({ id, name: ask.keeping[id] }))}
            value={keeping}
            onChange={setKeeping}
            isRequired
          />
        ) : (
          <TextArea
            label={ask.reason}
            hint={ask.reasonHint}
            value={told}
            onChange={reason.change}
            rows={2}
            isRequired
            autoFocus={kind === 'supervisor'}
          />
        )}
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

function Whom(props: {
  kind: Kind
  onKind: (kind: Kind) => void
  person: string
  onPerson: (name: string) => void
  to: string
  onTo: (id: string) => void
}) {
  const { ask } = useMessages(escalationMessages).words
  return (
    <>
      <Choices
        label={ask.kind}
        choices={(['supervisor', 'named-person'] as const).map((id) => ({
          id,
          name: ask.kinds[id],
        }))}
        value={props.kind}
        onChange={props.onKind}
      />
      {props.kind === 'named-person' ? (
        <TextField
          label={ask.person}
          hint={ask.personHint}
          value={props.person}
          onChange={props.onPerson}
          isRequired
          autoFocus
        />
      ) : (
        <Receiver value={props.to} onChange={props.onTo} />
      )}
    </>
  )
}

/** Connected now, called back or watched over; and what to tell the customer about it. */
function How(props: { value: Mode; onChange: (mode: Mode) => void }) {
  const { ask } = useMessages(escalationMessages).words
  return (
    <>
      <Choices
        label={ask.mode}
        choices={(['connect', 'call-back', 'watch'] as const).map((id) => ({
          id,
          name: ask.modes[id],
        }))}
        value={props.value}
        onChange={props.onChange}
      />
      <p className="rounded-lg bg-accent-bg px-3.5 py-2">
        <span className="block text-xs text-sub">{ask.say}</span>
        {ask.says[props.value]}
      </p>
    </>
  )
}

function Receiver(props: { value: string; onChange: (id: string) => void }) {
  const { words } = useMessages(escalationMessages)
  const members = useAnswer(listMembers, {})
  const supervisors =
    members.state === 'ready'
      ? members.value.members.filter(({ roles }) => roles.includes('supervisor'))
      : []
  return (
    <Select
      label={words.ask.to}
      choices={[
        { id: anybody, name: words.ask.anybody },
        ...supervisors.map(({ id, name, title, isAway }) => ({
          id,
          name: isAway ? `${name}（${words.ask.away}）` : name,
          ...(title ? { hint: title } : {}),
        })),
      ]}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
