import { MessageCircle, X } from 'lucide-react'
import { useEffect } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { LanguageLink } from '#kit/LanguageLink.tsx'
import { readWindow } from '#features/chat/window/contract.ts'
import { windowMessages } from '#features/chat/window/messages.ts'
import { isFramed, tellPage } from './parts/shown.ts'
import { Start } from './parts/Start.tsx'
import { Talk } from './parts/Talk.tsx'
import { useChat } from './parts/useChat.ts'

/** Anybody, no account: a small window in another page, or a page by itself. */
export function ChatWindow({ slug }: { slug: string }) {
  const { words } = useMessages(windowMessages)
  const window = useAnswer(readWindow, { params: { slug } })
  const chat = useChat(slug)
  const organisation = window.state === 'ready' ? window.value.organisationName : ''
  const { conversation, kept } = chat
  useEffect(() => {
    document.title = organisation ? words.tab({ organisation }) : words.title
  }, [organisation, words])
  const hasEnded = conversation.state === 'refused' && conversation.refusal.code === 'chat.unknown'
  return (
    <div
      className="mx-auto flex h-dvh w-full max-w-2xl flex-col bg-surface"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing)
          tellPage({ type: 'uketome:chat-close' })
      }}
    >
      <Header organisation={organisation} />
      <main className="flex min-h-0 flex-1 flex-col">
        {kept.isOpened && !hasEnded ? (
          <Answering answer={conversation}>
            {(value) => <Talk slug={slug} chat={chat} conversation={value} />}
          </Answering>
        ) : (
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4 sm:px-6">
            {hasEnded ? (
              <div className="pb-4">
                <Refusal refusal={conversation.refusal} again={chat.startAnew} />
              </div>
            ) : null}
            <Answering answer={window}>
              {(value) => <Start slug={slug} chat={chat} window={value} />}
            </Answering>
          </div>
        )}
      </main>
    </div>
  )
}

function Header({ organisation }: { organisation: string }) {
  const { words } = useMessages(windowMessages)
  return (
    <header className="flex items-center gap-2 border-b border-line px-4 py-2 sm:px-6">
      <MessageCircle aria-hidden size={20} className="shrink-0 text-accent" />
      <p className="clamp-1 min-w-0 flex-1 font-semibold">{organisation}</p>
      <LanguageLink />
      {isFramed() ? (
        <Button
          kind="quiet"
          className="px-2!"
          label={words.close}
          icon={<X aria-hidden size={20} />}
          onPress={() => tellPage({ type: 'uketome:chat-close' })}
        />
      ) : null}
    </header>
  )
}
