import { useRef, useState } from 'react'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { reviewsMessages } from '../../messages.ts'

/** j and k walk over the reviews inside `place`, which are `ids` in their order. */
export function useWalk(ids: readonly string[]) {
  const { words } = useMessages(reviewsMessages)
  const place = useRef<HTMLUListElement>(null)
  const [chosen, setActive] = useState<string | null>(null)
  const activeId = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)

  function walk(step: number) {
    const from = chosen === null ? -1 : ids.indexOf(activeId ?? '')
    const next = ids[Math.max(0, Math.min(ids.length - 1, chosen === null ? 0 : from + step))]
    if (next === undefined) return
    setActive(next)
    const rows = place.current?.querySelectorAll<HTMLElement>('[data-review]') ?? []
    for (const row of rows) if (row.dataset['review'] === next) row.focus()
  }
  const group = words.keys
  useShortcut({ keys: ['j', 'arrowdown'], label: words.next, group, run: () => walk(1) })
  useShortcut({ keys: ['k', 'arrowup'], label: words.previous, group, run: () => walk(-1) })
  return { place, activeId, setActive }
}
