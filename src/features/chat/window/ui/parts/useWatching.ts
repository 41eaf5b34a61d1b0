import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { call } from '#kit/call.ts'
import { keepWatching, type ChatConversation } from '#features/chat/window/contract.ts'
import { tellPage } from './shown.ts'

/** Well within the time after which the desk takes the window for closed. */
const everyMs = 20_000
const typingEveryMs = 4000

/** Tells the desk that the window is open, how far it was read, and that somebody writes; the page, what is unread. */
export function useWatching(
  slug: string,
  token: string,
  { lines }: Pick<ChatConversation, 'lines'>,
  isShown: boolean,
): { readonly typed: () => void } {
  const last = lines.at(-1)?.sequence ?? 0
  const [readUpTo, setRead] = useState(0)
  const typedAt = useRef(-Infinity)
  const unread = lines.filter(({ kind, sequence }) => kind === 'desk' && sequence > readUpTo)
  const count = isShown ? 0 : unread.length

  function tell(isTyping: boolean) {
    setRead(last)
    // Should it be lost, the next one says the same.
    void call(keepWatching, { params: { slug }, body: { token, readUpTo: last, isTyping } })
  }
  const watch = useEffectEvent(() => tell(false))
  useEffect(() => {
    if (!isShown) return
    watch()
    const timer = setInterval(() => watch(), everyMs)
    return () => clearInterval(timer)
  }, [isShown, last])
  useEffect(() => tellPage({ type: 'uketome:chat-unread', count }), [count])
  function typed() {
    if (performance.now() - typedAt.current < typingEveryMs) return
    typedAt.current = performance.now()
    tell(true)
  }
  return { typed }
}
