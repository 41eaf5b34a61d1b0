import { useRef, useState, type RefObject } from 'react'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'

export type Active = {
  readonly activeId: string | null
  readonly setActive: (id: string) => void
}

/** j and k walk over all promises inside `place`, whatever sections they stand in. */
export function useWalk(): Active & { readonly place: RefObject<HTMLDivElement | null> } {
  const { words } = useMessages(commitmentsMessages)
  const place = useRef<HTMLDivElement>(null)
  const [activeId, setActive] = useState<string | null>(null)

  function walk(step: number) {
    const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-promise]') ?? [])]
    const at = rows.findIndex((row) => row.dataset['promise'] === activeId)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
    if (!next) return
    setActive(next.dataset['promise'] ?? null)
    next.querySelector<HTMLElement>('a')?.focus()
  }
  const group = words.keys
  useShortcut({ keys: ['j', 'arrowdown'], label: words.next, group, run: () => walk(1) })
  useShortcut({ keys: ['k', 'arrowup'], label: words.previous, group, run: () => walk(-1) })
  return { place, activeId, setActive }
}
