import { Link } from '@tanstack/react-router'
import { MessageCircle, X } from 'lucide-react'
import { useState } from 'react'
import { listChats } from '#features/chat/contract.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Ago } from '#kit/Time.tsx'

/** Somebody waits in a chat that is mine or nobody's: said on every page, in the corner. It takes no focus. */
export default function ChatPop({ openId }: { openId: string | null }) {
  const { words } = useMessages(chatMessages)
  const answer = useAnswer(listChats, {}, { live: true })
  const [hidden, setHidden] = useState<readonly string[]>([])
  const chats = answer.state === 'ready' ? answer.value.chats : []
  const [first, ...others] = chats.filter(
    ({ complaintId, isMine, takenByName, waitingSince }) =>
      complaintId !== openId &&
      (isMine || takenByName === null) &&
      !hidden.includes(`${complaintId}/${waitingSince}`),
  )
  const who = first?.customerName ? words.sama({ name: first.customerName }) : words.someone
  return (
    <>
      <p role="status" className="sr-only">
        {first ? words.newcomer({ who }) : ''}
      </p>
      {first ? (
        <section
          aria-label={words.waiting}
          data-print="off"
          className="fixed end-4 bottom-4 z-20 flex w-96 max-w-[calc(100vw-2rem)] items-start gap-3 rounded-xl border-2 border-accent bg-raised p-3 shadow-lift max-sm:bottom-20"
        >
          <MessageCircle aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
          <Link
            to="/complaints/$complaintId"
            params={{ complaintId: first.complaintId }}
            className="tap flex min-w-0 flex-1 flex-col rounded-md text-sm hover:text-accent"
          >
            <span className="flex items-center gap-2 font-semibold">
              <span className="clamp-1 flex-1">{words.newcomer({ who })}</span>
              {first.waitingSince ? (
                <Ago at={first.waitingSince} className="text-xs text-orange" />
              ) : null}
            </span>
            <span className="clamp-2">{first.lastWords}</span>
            {others.length > 0 ? (
              <span className="text-xs text-sub">{words.told({ count: others.length + 1 })}</span>
            ) : null}
          </Link>
          <Button
            kind="quiet"
            size="small"
            className="px-1.5!"
            label={words.hide}
            icon={<X aria-hidden size={16} />}
            onPress={() => setHidden([...hidden, `${first.complaintId}/${first.waitingSince}`])}
          />
        </section>
      ) : null}
    </>
  )
}
