import { Hourglass, UserRound, WifiOff } from 'lucide-react'
import { useAgain } from '#kit/again.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { useStickyEnd } from '#kit/sticky-end.ts'
import { dayAndTime } from '#kit/time.ts'
import type { ChatConversation } from '#features/chat/window/contract.ts'
import { windowMessages } from '#features/chat/window/messages.ts'
import { Ended } from './Ended.tsx'
import { stillWaiting } from './kept.ts'
import { LeaveContact } from './LeaveContact.tsx'
import { Lines } from './Lines.tsx'
import { Say } from './Say.tsx'
import { useShown } from './shown.ts'
import type { useChat } from './useChat.ts'
import { useWatching } from './useWatching.ts'

type Props = { slug: string; chat: ReturnType<typeof useChat>; conversation: ChatConversation }

/** The conversation: what was said, where it stands, and one field. */
export function Talk({ slug, chat, conversation }: Props) {
  const { words } = useMessages(windowMessages)
  const { kept, token, delivery } = chat
  const waiting = stillWaiting(kept, conversation.lines)
  const { typed } = useWatching(slug, token, conversation, useShown())
  const { scroller, onScroll } = useStickyEnd(
    `${conversation.lines.length}/${waiting.length}/${conversation.isTyping}`,
  )
  // Typing stops and patience ends without anything moving.
  const again = conversation.isTyping ? 9 : conversation.isEnded ? null : 60
  useAgain(again, chat.conversation.state === 'ready' ? chat.conversation.again : () => {})
  return (
    <>
      <Standing conversation={conversation} />
      <div
        ref={scroller}
        onScroll={onScroll}
        role="log"
        aria-live="polite"
        aria-label={words.log}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto bg-gray-bg/40 px-4 py-4 -outline-offset-2 sm:px-6"
      >
        <Lines conversation={conversation} waiting={waiting} hasFailed={delivery.hasFailed} />
        {conversation.isEnded ? (
          <Ended conversation={conversation} startAnew={chat.startAnew} />
        ) : (
          <LeaveContact {...{ slug, token, conversation }} onLeft={chat.show} />
        )}
      </div>
      {chat.line === 'lost' || delivery.hasFailed ? (
        <p
          role="status"
          className="flex items-center gap-2 bg-orange-bg px-4 py-1.5 text-sm text-orange"
        >
          <WifiOff aria-hidden size={16} className="shrink-0" />
          {words.offline}
        </p>
      ) : null}
      <Say {...{ slug, token, chat, conversation, typed }} />
    </>
  )
}

/** The number, who answers, and how long it takes: never more than is so. */
function Standing({ conversation }: { conversation: ChatConversation }) {
  const { words } = useMessages(windowMessages)
  const language = useLanguage()
  const now = useNow()
  const { number, answeredByName, isEnded, isLate, nextAt, attendance, opensAt } = conversation
  const by = nextAt ? words.lateBy({ day: dayAndTime(nextAt, now, language) }) : ''
  const opens = dayAndTime(opensAt, now, language)
  const absent = attendance === 'closed' ? words.closed({ opens }) : words.away
  const waiting = attendance === 'here' ? (isLate ? words.late + by : words.waiting) : absent + by
  const isAnswered = answeredByName !== null && !isLate
  const Icon = isAnswered ? UserRound : Hourglass
  return (
    <div className="flex flex-col gap-1 border-b border-line-soft px-4 py-2 sm:px-6">
      <h1 className="text-sm font-normal text-sub">
        {words.number}{' '}
        <span data-figures className="text-base font-semibold text-ink">
          {number}
        </span>
      </h1>
      <p role="status" className="flex items-start gap-2 text-sm empty:hidden">
        {isEnded ? null : (
          <>
            <Icon aria-hidden size={16} className="mt-1 shrink-0 text-accent" />
            {isAnswered ? words.answering({ name: answeredByName }) : waiting}
          </>
        )}
      </p>
    </div>
  )
}
