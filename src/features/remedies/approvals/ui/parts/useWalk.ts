import { useEffect, useRef, useState } from 'react'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'

/**
 * j and k walk over the requests inside `place`, which are `ids` in their order; the one that is reached has the focus.
 * When the active one was decided and is gone, the one that takes its place is the next.
 */
export function useWalk(ids: readonly string[], startId: string | null) {
  const { words } = useMessages(queueMessages)
  const place = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState({ id: startId ?? ids[0] ?? '', at: 0 })
  const isThere = ids.includes(chosen.id)
  const activeId = isThere ? chosen.id : (ids[Math.min(chosen.at, ids.length - 1)] ?? null)

  function setActive(id: string) {
    setChosen({ id, at: Math.max(0, ids.indexOf(id)) })
  }
  function walk(step: number) {
    const at = Math.max(0, Math.min(ids.length - 1, ids.indexOf(activeId ?? '') + step))
    const next = ids[at]
    if (next === undefined) return
    setActive(next)
    focusRow(place.current, next)
  }

  // Whoever decided the last one goes on from the next, also with a screen reader.
  const wasThere = useRef(isThere)
  useEffect(() => {
    if (wasThere.current && !isThere && document.activeElement === document.body)
      focusRow(place.current, activeId)
    wasThere.current = isThere
  })

  const group = words.keys
  useShortcut({ keys: ['j', 'arrowdown'], label: words.next, group, run: () => walk(1) })
  useShortcut({ keys: ['k', 'arrowup'], label: words.previous, group, run: () => walk(-1) })
  return { place, activeId, setActive }
}

function focusRow(place: HTMLElement | null, id: string | null) {
  const rows = place?.querySelectorAll<HTMLElement>('[data-approval]') ?? []
  for (const row of rows) if (row.dataset['approval'] === id) row.focus()
}
