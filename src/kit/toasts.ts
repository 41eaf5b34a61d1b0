import { useSyncExternalStore } from 'react'
import { browserIds } from '#kit/ids.ts'

export type Toast = {
  readonly text: string
  readonly tone?: 'done' | 'trouble' | 'plain'
  /** Undo instead of "are you sure": offered for as long as the notice stays. */
  readonly undo?: () => void
  readonly action?: { readonly label: string; readonly run: () => void }
  /** 0 stays until it is dismissed. */
  readonly forMs?: number
}
export type ShownToast = Toast & { readonly id: string }

let shown: readonly ShownToast[] = []
const listeners = new Set<() => void>()

export function showToast(toast: Toast): string {
  const id = browserIds.next()
  set([...shown.slice(-3), { ...toast, id }])
  return id
}

export function dismissToast(id: string): void {
  set(shown.filter((toast) => toast.id !== id))
}

export function useToasts(): readonly ShownToast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}

function set(next: readonly ShownToast[]): void {
  shown = next
  for (const listener of listeners) listener()
}
