import { useCallback, useState } from 'react'

export type History<T> = {
  readonly value: T
  readonly canUndo: boolean
  readonly canRedo: boolean
  set(value: T): void
  undo(): void
  redo(): void
}

const longest = 200

type Steps<T> = { readonly past: readonly T[]; readonly now: T; readonly future: readonly T[] }

/** A value that remembers what it was: undo and redo, as far back as anybody goes. */
export function useHistory<T>(first: T): History<T> {
  const [{ past, now, future }, step] = useState<Steps<T>>({ past: [], now: first, future: [] })
  const set = useCallback(
    (value: T) =>
      step((was) => ({ past: [...was.past, was.now].slice(-longest), now: value, future: [] })),
    [],
  )
  const undo = useCallback(
    () =>
      step((was) => {
        const before = was.past.at(-1)
        if (before === undefined) return was
        return { past: was.past.slice(0, -1), now: before, future: [was.now, ...was.future] }
      }),
    [],
  )
  const redo = useCallback(
    () =>
      step((was) => {
        const [next, ...rest] = was.future
        if (next === undefined) return was
        return { past: [...was.past, was.now], now: next, future: rest }
      }),
    [],
  )
  return { value: now, canUndo: past.length > 0, canRedo: future.length > 0, set, undo, redo }
}
