import { useEffect, useEffectEvent } from 'react'

/** What time alone may change is asked for again when it does; null when only a change can. */
export function useAgain(seconds: number | null, ask: () => void): void {
  const askNow = useEffectEvent(ask)
  useEffect(() => {
    if (seconds === null) return
    // A little later than the moment itself: the server must not answer from just before it.
    const timer = setInterval(() => askNow(), seconds * 1000 + 250)
    return () => clearInterval(timer)
  }, [seconds])
}
