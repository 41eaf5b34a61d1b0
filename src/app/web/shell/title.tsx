import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '#kit/language.tsx'
import { webMessages } from '../messages.ts'

let title = ''
const listeners = new Set<() => void>()

/** The name of the page: in the top bar and in the browser's tab, there with how many wait for one: 「(2) …」. */
export function usePageTitle(text: string, waiting = 0): void {
  const { product } = useMessages(webMessages)
  useEffect(() => {
    title = text
    const badge = waiting > 0 ? `(${waiting}) ` : ''
    document.title = badge + (text === '' ? product : `${text} – ${product}`)
    for (const listener of listeners) listener()
  }, [text, product, waiting])
}

export function useTitle(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => title,
  )
}

export const topActionsId = 'top-actions'

/** Puts the page's main buttons into the top bar. */
export function TopActions({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById(topActionsId)), [])
  return place ? createPortal(children, place) : null
}
