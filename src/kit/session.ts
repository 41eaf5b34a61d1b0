import { useSyncExternalStore } from 'react'

// The server said 401 while somebody was working: ask for the sign-in again without losing the page.
let isOut = false
const listeners = new Set<() => void>()

export function tellSignedOut(): void {
  set(true)
}

export function tellSignedIn(): void {
  set(false)
}

export function useSignedOut(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isOut,
  )
}

function set(next: boolean): void {
  isOut = next
  for (const listener of listeners) listener()
}
