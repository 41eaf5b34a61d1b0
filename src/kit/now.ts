import { useSyncExternalStore } from 'react'

// One ticker for the whole screen, so that all remaining times change together.
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

/** The present in ms. Moves every second, but a caller that asks for minutes is told minutes only. */
export function useNow(every: 'second' | 'minute' = 'minute'): number {
  const step = every === 'second' ? 1000 : 60_000
  return useSyncExternalStore(subscribe, () => (every === 'second' ? now : floor(now, step)))
}

function floor(value: number, step: number): number {
  return Math.floor(value / step) * step
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

/** The present in ms, for what happens once: nothing on the screen follows it. */
export function present(): number {
  return Date.now()
}
