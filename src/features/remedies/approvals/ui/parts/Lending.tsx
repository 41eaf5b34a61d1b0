import { useState } from 'react'
import { desk, listMembers, readViewer } from '#features/access/contract.ts'
import {
  delegate,
  endDelegation,
  listDelegations,
  type Delegation,
} from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { writtenDay } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'

/** From a day to a day somebody else decides with one's authority. */
export function Lending() {
  const { delegations: words } = useMessages(queueMessages).words
  const known = useAnswer(listDelegations, {}, { live: true })
  return (
    <Section title={words.title}>
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={known} skeletonLines={2}>
        {({ delegations }) =>
          delegations.length === 0 ? (
            <p className="text-sm">{words.none}</p>
          ) : (
            <ul className="flex max-w-2xl flex-col gap-2">
              {delegations.map((each) => (
                <Line key={each.id} delegation={each} />
              ))}
            </ul>
          )
        }
      </Answering>
      <Form />
    </Section>
  )
}

function Line({ delegation }: { delegation: Delegation }) {
  const { delegations: words } = useMessages(queueMessages).words
  const command = useCommand(endDelegation)
  const language = useLanguage()
  const now = useNow()
  const { fromName: from, toName: to, startsOn, endsOn } = delegation
  const written = (day: string) => writtenDay(day, now, language)

  async function end() {
    const answered = await command.send({ params: { delegationId: delegation.id } })
    if (answered.ok) showToast({ text: words.ended })
  }

  return (
    <li className="card flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
      <span className="font-semibold">{words.line({ from, to })}</span>
      <span className="flex-1 text-sub">
        {words.days({ from: written(startsOn), to: written(endsOn) })}
      </span>
      <Button
        size="small"
        kind="quiet"
        label={words.endNamed({ name: to })}
        isBusy={command.isSending}
        onPress={() => void end()}
      >
        {words.end}
      </Button>
      <Refusal refusal={command.refusal} />
    </li>
  )
}

function Form() {
  const { delegations: words } = useMessages(queueMessages).words
  const members = useAnswer(listMembers, {})
  const viewer = useAnswer(readViewer, {})
  const [toId, setToId] = useState<string | null>(null)
  const [startsOn, setStartsOn] = useState('')
  const [endsOn, setEndsOn] = useState('')
  const command = useCommand(delegate)
  const own = viewer.state === 'ready' ? viewer.value.memberId : ''
  const others = members.state === 'ready' ? members.value.members : []
  const choices = others
    .filter(
      ({ id, roles }) => id !== own && roles.some((role) => desk.some((each) => each === role)),
    )
    .map(({ id, name, title }) => ({ id, name, ...(title ? { hint: title } : {}) }))

  async function lend() {
    if (toId === null) return
    const answered = await command.send({ body: { toId, startsOn, endsOn } })
    if (!answered.ok) return
    setToId(null)
    showToast({ text: words.saved })
  }

  return (
    <div className="card flex max-w-2xl flex-col gap-3 p-4">
      <div className="grid items-end gap-3 sm:grid-cols-3">
        <Select label={words.to} choices={choices} value={toId} onChange={setToId} />
        <TextField label={words.startsOn} type="date" value={startsOn} onChange={setStartsOn} />
        <TextField label={words.endsOn} type="date" value={endsOn} onChange={setEndsOn} />
      </div>
      <Refusal refusal={command.refusal} />
      <Button
        className="self-end"
        isDisabled={toId === null || startsOn === '' || endsOn === ''}
        isBusy={command.isSending}
        onPress={() => void lend()}
      >
        {words.save}
      </Button>
    </div>
  )
}
