import { useEffect, useEffectEvent, useRef, useState } from 'react'

const prefix = 'uketome.draft.'
const aDay = 24 * 60 * 60_000
const usualDays = 7

type Kept<T> = { readonly value: T; readonly at: number }

export type Draft<T> = {
  readonly value: T
  readonly change: (value: T) => void
  /** When it was last kept on this machine, in ms; null while it is as it was at first. */
  readonly keptAt: number | null
  /** It was found here when the screen opened: somebody was interrupted. */
  readonly wasKept: boolean
  readonly clear: () => void
}

/** A text that is being written. */
export function useTextDraft(key: string): Draft<string> {
  return useDraft(key, '', (kept) => (typeof kept === 'string' ? kept : null))
}

/**
 * What is being written, kept in this browser with each keystroke until it is sent: it survives a crash.
 * `understand` reads what an older version may have left, or answers null. After so many days without a change it is gone.
 */
export function useDraft<T>(
  key: string,
  empty: T,
  understand: (kept: unknown) => T | null,
  days = usualDays,
): Draft<T> {
  const first = useRef(empty)
  const { kept, wasKept, keep } = useKept(key, understand, days)
  return {
    value: kept?.value ?? first.current,
    keptAt: kept?.at ?? null,
    wasKept,
    change: (value) => keep({ value, at: Date.now() }),
    clear: () => keep(null),
  }
}

function useKept<T>(key: string, understand: (kept: unknown) => T | null, days: number) {
  const [kept, setKept] = useState(() => read(key, understand, days))
  const [wasKept, setWasKept] = useState(kept !== null)
  const shownKey = useRef(key)
  const turnTo = useEffectEvent((key: string) => {
    if (shownKey.current === key) return
    shownKey.current = key
    const found = read(key, understand, days)
    setKept(found)
    setWasKept(found !== null)
  })
  useEffect(() => turnTo(key), [key])
  function keep(next: Kept<T> | null) {
    setKept(next)
    if (next === null) setWasKept(false)
    write(key, next)
  }
  return { kept, wasKept, keep }
}

function read<T>(
  key: string,
  understand: (kept: unknown) => T | null,
  days: number,
): Kept<T> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const at: unknown = Reflect.get(kept, 'at')
    const value = understand(Reflect.get(kept, 'value'))
    return typeof at === 'number' && Date.now() - at < days * aDay && value !== null
      ? { value, at }
      : null
  } catch {
    return null
  }
}

function write(key: string, kept: Kept<unknown> | null): void {
  try {
    if (kept) localStorage.setItem(prefix + key, JSON.stringify(kept))
    else localStorage.removeItem(prefix + key)
  } catch {
    // Private windows may refuse to keep anything; the text then lasts until the tab closes.
  }
}
