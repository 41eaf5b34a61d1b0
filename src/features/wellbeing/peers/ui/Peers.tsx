import { useState } from 'react'
import { MessageCircleHeart, Trash2 } from 'lucide-react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { markRead, mute, readPeers, sendWords, throwAway } from '../contract.ts'
import { peersMessages } from '../messages.ts'

type Words = {
  readonly id: string
  readonly fromName: string
  readonly text: string
  readonly sentAt: string
  readonly isNew: boolean
}
type Colleague = { readonly memberId: string; readonly name: string }

/** What colleagues have sent, and a line for one of them. */
export default function Peers() {
  const { words } = useMessages(peersMessages)
  const answer = useAnswer(readPeers, {}, { live: true })
  return (
    <Section title={words.title} icon={MessageCircleHeart} tone="green">
      <Answering answer={answer} skeletonLines={3}>
        {({ words: received, colleagues, isMuted }) => (
          <div className="flex flex-col gap-4">
            <Received received={received} />
            <Mute isMuted={isMuted} />
            <Send colleagues={colleagues} />
          </div>
        )}
      </Answering>
    </Section>
  )
}

function Received({ received }: { received: readonly Words[] }) {
  const { words } = useMessages(peersMessages)
  const read = useCommand(markRead)
  if (received.length === 0)
    return (
      <p className="text-sm text-sub">
        {words.none}
        {words.noneDetail}
      </p>
    )
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-2">
        {received.map((each) => (
          <One key={each.id} one={each} />
        ))}
      </ul>
      {received.some(({ isNew }) => isNew) ? (
        <div>
          <Button size="small" isBusy={read.isSending} onPress={() => void read.send({ body: {} })}>
            {words.read}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function One({ one }: { one: Words }) {
  const { words } = useMessages(peersMessages)
  const drop = useCommand(throwAway)
  const name = one.fromName
  return (
    <li className="flex items-start gap-2 rounded-xl border border-line bg-surface px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="word-break-phrase">{one.text}</p>
        <p className="flex flex-wrap items-center gap-2 text-xs text-sub">
          {words.from({ name })}
          <Moment at={one.sentAt} />
          {one.isNew ? <Badge tone="green">{words.isNew}</Badge> : null}
        </p>
      </div>
      <Button
        kind="quiet"
        size="small"
        label={words.throwAwayNamed({ name })}
        isBusy={drop.isSending}
        onPress={() => void drop.send({ params: { wordsId: one.id } })}
        icon={<Trash2 aria-hidden size={16} />}
      />
    </li>
  )
}

function Mute({ isMuted }: { isMuted: boolean }) {
  const { words } = useMessages(peersMessages)
  const command = useCommand(mute)
  return (
    <div>
      <Checkbox
        isChosen={isMuted}
        isDisabled={command.isSending}
        onChange={(isOn) => void command.send({ body: { isMuted: isOn } })}
      >
        {words.mute}
      </Checkbox>
      <p className="text-xs text-sub">{words.muteHint}</p>
    </div>
  )
}

function Send({ colleagues }: { colleagues: readonly Colleague[] }) {
  const { send: words } = useMessages(peersMessages).words
  const [toId, setTo] = useState<string | null>(null)
  const [text, setText] = useState('')
  const command = useCommand(sendWords)

  async function send() {
    const to = colleagues.find(({ memberId }) => memberId === toId)
    if (!to || text.trim() === '') return
    const answered = await command.send({ body: { toId: to.memberId, text } })
    if (!answered.ok) return
    setText('')
    showToast({ text: words.sent({ name: to.name }), tone: 'done' })
  }

  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <h4 className="text-sm font-semibold">{words.title}</h4>
      <Select
        label={words.to}
        placeholder={words.choose}
        choices={colleagues.map(({ memberId, name }) => ({ id: memberId, name }))}
        value={toId}
        onChange={setTo}
      />
      <div role="group" aria-label={words.ready} className="flex flex-wrap gap-1.5">
        {Object.values(words.words).map((each) => (
          <Button key={each} size="small" onPress={() => setText(each)}>
            {each}
          </Button>
        ))}
      </div>
      <TextArea
        label={words.text}
        hint={words.hint}
        rows={2}
        value={text}
        onChange={setText}
        onSend={() => void send()}
      />
      <Refusal refusal={command.refusal} />
      <div>
        <Button
          kind="primary"
          isDisabled={toId === null || text.trim() === ''}
          isBusy={command.isSending}
          onPress={() => void send()}
        >
          {words.button}
        </Button>
      </div>
    </div>
  )
}
