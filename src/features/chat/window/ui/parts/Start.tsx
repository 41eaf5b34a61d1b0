import { CalendarClock, Send, TriangleAlert, UserRound, WifiOff } from 'lucide-react'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { browserIds } from '#kit/ids.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { dayAndTime } from '#kit/time.ts'
import type { readWindow } from '#features/chat/window/contract.ts'
import { windowMessages } from '#features/chat/window/messages.ts'
import { Contact, emptyContact, useContactDraft } from './Contact.tsx'
import type { useChat } from './useChat.ts'

type Window = z.output<typeof readWindow.answer>
type Props = { slug: string; chat: ReturnType<typeof useChat>; window: Window }

/** Before the first word: who is there, when an answer comes, and one field. */
export function Start({ slug, chat, window }: Props) {
  const { words } = useMessages(windowMessages)
  const { kept, text, delivery } = chat
  const contact = useContactDraft(slug)
  const [isMissing, setMissing] = useState(false)
  const [trap, setTrap] = useState('')
  const [openedAt] = useState(() => performance.now())
  const area = useRef<HTMLTextAreaElement>(null)

  function begin() {
    if (text.value.trim() === '') {
      setMissing(true)
      area.current?.focus()
      return
    }
    // Whoever comes back to what they had written may be as quick as they like.
    const openSeconds = text.wasKept ? {} : { openSeconds: (performance.now() - openedAt) / 1000 }
    const website = trap === '' ? {} : { website: trap }
    const customer = contact.filled()
    chat.begin({
      id: browserIds.next(),
      words: text.value.trim(),
      customer,
      ...openSeconds,
      ...website,
    })
    contact.change(emptyContact)
  }

  if (kept.opening) return <OnItsWay {...delivery} words={kept.opening.words} />
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="word-break-phrase text-xl">{words.title}</h1>
        <p className="mt-1 text-sm">{words.lead}</p>
      </div>
      <Opening window={window} />
      <p className="flex items-start gap-2 text-xs text-sub">
        <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-red" />
        {words.danger}
      </p>
      {window.isOn ? (
        <>
          <TextArea
            label={words.words}
            hint={words.keys}
            value={text.value}
            onChange={(value) => {
              setMissing(false)
              text.change(value)
            }}
            rows={4}
            isRequired
            error={isMissing ? words.wordsMissing : null}
            areaRef={area}
            onSend={begin}
            className="text-base"
          />
          {window.attendance === 'here' ? null : <Contact contact={contact} />}
          <Trap value={trap} onChange={setTrap} />
          <Refusal refusal={delivery.refusal} />
          <Button kind="primary" size="large" icon={<Send aria-hidden size={18} />} onPress={begin}>
            {words.begin}
          </Button>
          <p className="text-xs text-sub">
            {words.kept}
            {words.privacy}
          </p>
        </>
      ) : (
        <p className="rounded-lg bg-gray-bg px-4 py-3">
          {words.off}{' '}
          <a href={`/form/${slug}`} className="text-accent underline underline-offset-4">
            {words.toForm}
          </a>
        </p>
      )}
    </div>
  )
}

/** Honest: who is there now, and by when there is an answer at the latest. */
function Opening({ window }: { window: Window }) {
  const { words } = useMessages(windowMessages)
  const language = useLanguage()
  const now = useNow()
  const { attendance, opensAt, answeredBy } = window
  const opens = dayAndTime(opensAt, now, language)
  return (
    <ul className="flex flex-col gap-1.5 rounded-xl bg-accent-bg px-4 py-3 text-sm text-accent">
      <li className="flex items-start gap-2">
        <UserRound aria-hidden size={17} className="mt-0.5 shrink-0" />
        {attendance === 'closed' ? words.closed({ opens }) : words[attendance]}
      </li>
      <li className="flex items-start gap-2">
        <CalendarClock aria-hidden size={17} className="mt-0.5 shrink-0" />
        {words.answeredBy({ day: dayAndTime(answeredBy, now, language) })}
      </li>
    </ul>
  )
}

/** Sent off and not answered yet: nothing is lost, and nobody has to watch. */
function OnItsWay(props: {
  words: string
  isSending: boolean
  hasFailed: boolean
  now: () => void
  refusal: Parameters<typeof Refusal>[0]['refusal']
}) {
  const { words } = useMessages(windowMessages)
  return (
    <section role="status" className="flex flex-col gap-3">
      <h1 className="flex items-center gap-2 text-lg">
        {props.hasFailed ? <WifiOff aria-hidden size={20} className="text-orange" /> : null}
        {props.hasFailed ? words.notYet : words.sending}
      </h1>
      <blockquote className="max-h-60 overflow-auto rounded-lg bg-gray-bg px-3 py-2 whitespace-pre-wrap">
        {props.words}
      </blockquote>
      <Refusal refusal={props.refusal} />
      {props.hasFailed ? (
        <Button isBusy={props.isSending} onPress={props.now}>
          {words.now}
        </Button>
      ) : null}
    </section>
  )
}

/** Robots fill in everything; people neither see nor reach this. */
function Trap(props: { value: string; onChange: (value: string) => void }) {
  const { words } = useMessages(windowMessages)
  return (
    <div aria-hidden className="absolute -start-[200vw] size-px overflow-hidden">
      <label>
        {words.trap}
        <input
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </label>
    </div>
  )
}
