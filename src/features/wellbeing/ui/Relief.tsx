import { useState } from 'react'
import { MessageCircle } from 'lucide-react'
import { handOverCommitment } from '#features/commitments/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { Due } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { offerRelief, readRelief } from '../contract.ts'
import { wellbeingMessages } from '../messages.ts'

type Person = { readonly memberId: string; readonly name: string }
type Promised = {
  readonly commitmentId: string
  readonly words: string
  readonly dueAt: string
  readonly ownerId: string
  readonly ownerName: string
}

/** For whoever leads: who is to have a breath, and what others have to keep meanwhile. Nothing of why or how much. */
export function Relief() {
  const { relief: words } = useMessages(wellbeingMessages).words
  // Nothing tells screens who rests: telling would tell everybody.
  const answer = useAnswer(readRelief, {}, { live: true, everyMs: 8000 })
  return (
    <Section title={words.title} icon={MessageCircle} tone="green">
      <Answering answer={answer} skeletonLines={1}>
        {({ people, promises, takers }) => (
          <>
            {people.length === 0 ? (
              <p className="text-sm text-sub">{words.none}</p>
            ) : (
              <>
                <p className="text-xs text-sub">{words.lead}</p>
                <ul className="flex flex-col gap-1">
                  {people.map((one) => (
                    <ToBeRelieved key={one.memberId} one={one} />
                  ))}
                </ul>
              </>
            )}
            {promises.length > 0 ? <Meanwhile promises={promises} takers={takers} /> : null}
          </>
        )}
      </Answering>
    </Section>
  )
}

function ToBeRelieved({ one: { memberId, name } }: { one: Person }) {
  const { relief: words } = useMessages(wellbeingMessages).words
  const command = useCommand(offerRelief)
  async function send() {
    const answered = await command.send({ params: { memberId }, body: {} })
    if (answered.ok) showToast({ text: words.offered({ name }), tone: 'done' })
  }
  return (
    <li className="flex flex-wrap items-center gap-2 border-t border-line-soft py-1.5">
      <span className="flex-1 text-sm font-medium">{name}</span>
      <Button
        size="small"
        label={words.offerNamed({ name })}
        isBusy={command.isSending}
        onPress={() => void send()}
      >
        {words.offer}
      </Button>
      <Refusal refusal={command.refusal} />
    </li>
  )
}

function Meanwhile(props: { promises: readonly Promised[]; takers: readonly Person[] }) {
  const { relief: words } = useMessages(wellbeingMessages).words
  return (
    <div className="flex flex-col gap-2 pt-1">
      <h4 className="text-sm font-semibold">{words.meanwhile}</h4>
      <ul className="flex flex-col gap-3">
        {props.promises.map((promised) => (
          <ToBeKept key={promised.commitmentId} promised={promised} takers={props.takers} />
        ))}
      </ul>
    </div>
  )
}

function ToBeKept(props: { promised: Promised; takers: readonly Person[] }) {
  const { relief: words } = useMessages(wellbeingMessages).words
  const { commitmentId, ownerId, ownerName, dueAt } = props.promised
  const takers = props.takers.filter(({ memberId }) => memberId !== ownerId)
  const [taker, setTaker] = useState<string | null>(null)
  const command = useCommand(handOverCommitment)
  async function give() {
    if (taker === null) return
    const body = { ownerId: taker, reason: words.reason }
    const answered = await command.send({ params: { commitmentId }, body })
    if (!answered.ok) return
    showToast({ text: words.given({ name: answered.value.commitment.ownerName }), tone: 'done' })
  }
  return (
    <li className="flex flex-col gap-2 border-s-4 border-purple ps-3">
      <p className="text-sm">
        <Due at={dueAt} className="me-2" />
        {props.promised.words}
      </p>
      <p className="text-xs text-sub">{words.owner({ name: ownerName })}</p>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Select
            label={words.taker}
            placeholder={words.choose}
            choices={takers.map(({ memberId, name }) => ({ id: memberId, name }))}
            value={taker}
            onChange={setTaker}
          />
        </div>
        <Button isDisabled={taker === null} isBusy={command.isSending} onPress={() => void give()}>
          {words.give}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
    </li>
  )
}
