import { Check, Clock3 } from 'lucide-react'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import type { ChatConversation, ChatLine } from '#features/chat/window/contract.ts'
import { windowMessages } from '#features/chat/window/messages.ts'
import type { Waiting } from './kept.ts'
import { textOf, whoOf } from './transcript.ts'

const bubbles = {
  you: 'ms-8 self-end rounded-ee-sm bg-accent-bg sm:ms-20',
  desk: 'me-8 self-start rounded-es-sm bg-surface shadow-[0_0_0_1px_var(--line-soft)] sm:me-20',
  notice:
    'me-8 self-start rounded-es-sm bg-surface text-sm shadow-[0_0_0_1px_var(--line-soft)] sm:me-20',
} as const

/** What was said, and what is still on its way. */
export function Lines(props: {
  conversation: ChatConversation
  waiting: readonly Waiting[]
  hasFailed: boolean
}) {
  const { words } = useMessages(windowMessages)
  const { conversation, waiting, hasFailed } = props
  const { lines, deskRead, isTyping, answeredByName } = conversation
  const read = lines.findLast(({ kind, sequence }) => kind === 'you' && sequence <= deskRead)
  return (
    <>
      <ol className="flex flex-col gap-3">
        {lines.map((line) => (
          <Line key={line.id} line={line} isRead={line === read} {...conversation} />
        ))}
        {waiting.map(({ id, text }) => (
          <li
            key={id}
            className={`flex max-w-full flex-col gap-1 rounded-2xl px-4 py-2 ${bubbles.you}`}
          >
            <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
            <p className="flex items-center gap-1 text-2xs text-sub">
              <Clock3 aria-hidden size={12} />
              {hasFailed ? words.notYet : words.sending}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-2 min-h-6 text-sm text-sub">
        {isTyping && answeredByName ? words.typing({ name: answeredByName }) : ''}
      </p>
    </>
  )
}

function Line(props: { line: ChatLine; isRead: boolean; organisationName: string }) {
  const { words } = useMessages(windowMessages)
  const language = useLanguage()
  const { line, isRead, organisationName } = props
  const { kind } = line
  const text = textOf(line, language)
  if (kind === 'taken' || kind === 'ended')
    return <li className="self-center text-center text-sm text-sub">{text}</li>
  return (
    <li className={`flex max-w-full flex-col gap-0.5 rounded-2xl px-4 py-2 ${bubbles[kind]}`}>
      <p className="flex flex-wrap items-center gap-x-2 text-2xs text-sub">
        <span className="font-semibold">{whoOf(line, words.you, organisationName)}</span>
        <Moment at={line.at} />
      </p>
      <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
      {isRead ? (
        <p className="flex items-center gap-1 self-end text-2xs text-sub">
          <Check aria-hidden size={12} />
          {words.read}
        </p>
      ) : null}
    </li>
  )
}
