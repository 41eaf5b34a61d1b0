import { Link } from '@tanstack/react-router'
import { MessageCircle } from 'lucide-react'
import { listChats, type WaitingChat } from '#features/chat/contract.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Ago } from '#kit/Time.tsx'

/** Customers who look at a window and wait, the longest first. Nothing while nobody does. */
export default function WaitingChats() {
  const { words } = useMessages(chatMessages)
  const answer = useAnswer(listChats, {}, { live: true })
  const chats = answer.state === 'ready' ? answer.value.chats : []
  if (chats.length === 0) return null
  return (
    <section aria-label={words.waiting}>
      <h2 className="mb-2 flex items-center gap-2 text-base">
        <MessageCircle aria-hidden size={17} className="text-accent" />
        {words.waiting}
      </h2>
      <ul className="card divide-y divide-line-soft overflow-hidden border-s-4 border-s-orange">
        {chats.map((chat) => (
          <li key={chat.complaintId}>
            <Waiting chat={chat} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Waiting({ chat }: { chat: WaitingChat }) {
  const { words } = useMessages(chatMessages)
  const { customerName, lastWords, takenByName, isMine, waitingSince, isCustomerThere } = chat
  return (
    <Link
      to="/complaints/$complaintId"
      params={{ complaintId: chat.complaintId }}
      className="flex flex-col gap-0.5 px-4 py-2.5 -outline-offset-2 hover:bg-accent-bg"
    >
      <span className="flex items-center gap-2 text-sm">
        <span className="clamp-1 flex-1 font-semibold">
          {customerName ? words.sama({ name: customerName }) : words.someone}
        </span>
        {waitingSince ? <Ago at={waitingSince} className="text-xs text-orange" /> : null}
      </span>
      <span className="clamp-2 text-sm">{lastWords}</span>
      <span className="flex flex-wrap gap-x-3 text-xs text-sub empty:hidden">
        {takenByName !== null && !isMine ? (
          <span>{words.takenBy({ name: takenByName })}</span>
        ) : null}
        {isCustomerThere ? null : <span>{words.away}</span>}
      </span>
    </Link>
  )
}
