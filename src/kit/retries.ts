import { useEffect, useEffectEvent } from 'react'
import type { Refused } from '#kit/call.ts'

const firstPauseMs = 2000
const longestPauseMs = 60_000

/** Sends again what waits: when the line is back, when the page is looked at, and by itself at growing distances. */
export function useRetries(isWaiting: boolean, attempt: number, deliver: () => void): void {
  const again = useEffectEvent(deliver)
  useEffect(() => {
    if (!isWaiting) return
    const wake = () => again()
    const visible = () => document.visibilityState === 'visible' && again()
    const pause = Math.min(firstPauseMs * 2 ** attempt, longestPauseMs)
    const timer = setTimeout(wake, pause)
    globalThis.addEventListener('online', wake)
    document.addEventListener('visibilitychange', visible)
    return () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', visible)
    }
  }, [isWaiting, attempt])
}

/** Nobody answered, or not now: whoever wrote it has nothing to mend. */
export function isForLater({ kind }: Refused): boolean {
  return kind === 'unreachable' || kind === 'unexpected' || kind === 'too-many'
}
