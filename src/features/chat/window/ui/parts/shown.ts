import { useEffect, useState } from 'react'

/** Is this window part of another page? */
export const isFramed = () => globalThis.parent !== globalThis.window

/** The page around it is told things that are nobody's secret (public/chat.js listens). */
export function tellPage(what: { type: `uketome:chat-${string}`; count?: number }): void {
  if (isFramed()) globalThis.parent.postMessage(what, '*')
}

/** Can the customer see the window: its tab is in front, and the page around it has it open. */
export function useShown(): boolean {
  const [isOpen, setOpen] = useState(true)
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible')
  useEffect(() => {
    const heard = ({ data, source }: MessageEvent<unknown>) => {
      if (source !== globalThis.parent || typeof data !== 'object' || data === null) return
      if (Reflect.get(data, 'type') === 'uketome:chat-shown')
        setOpen(Reflect.get(data, 'isShown') === true)
    }
    const looked = () => setVisible(document.visibilityState === 'visible')
    globalThis.addEventListener('message', heard)
    document.addEventListener('visibilitychange', looked)
    tellPage({ type: 'uketome:chat-ready' })
    return () => {
      globalThis.removeEventListener('message', heard)
      document.removeEventListener('visibilitychange', looked)
    }
  }, [])
  return isOpen && isVisible
}
