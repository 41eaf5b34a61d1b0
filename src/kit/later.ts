import { lazy, type ComponentType } from 'react'

type Module<C> = { readonly default: C }

/**
 * A part that is not needed for the first look. It is fetched as soon as the browser has nothing else to do, so that
 * it is there at once when asked for, and also when the connection has gone by then.
 */
export function later<P extends object>(load: () => Promise<Module<ComponentType<P>>>) {
  const fetched = () => load().catch(() => untilReached().then(load))
  // Should this fail, the part is asked for again when it is shown.
  whenIdle(() => void load().catch(() => undefined))
  return lazy(fetched)
}

/** A file that could not be fetched: the connection is gone, or a newer version has replaced it. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /module|import/i.test(error.message)
}

function whenIdle(run: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 5000 })
  else setTimeout(run, 2000)
}

/** However long the line is down: what is open stays open, and the part comes when the server can be reached again. */
async function untilReached(): Promise<void> {
  do await pauseOrOnline()
  while (!(await isReached()))
}

async function isReached(): Promise<boolean> {
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
  return answer !== null
}

function pauseOrOnline(): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', wake)
      resolve()
    }
    const timer = setTimeout(wake, 2000)
    globalThis.addEventListener('online', wake)
  })
}
