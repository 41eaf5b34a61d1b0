import { lazy, type ComponentType } from 'react'

type Module<C> = { readonly default: C }

/**
 * A part that is not needed for the first look. It is fetched once the page stands and the browser has nothing else to
 * do, so that it is there at once when asked for, and also when the connection has gone by then.
 */
export function later<P extends object>(load: () => Promise<Module<ComponentType<P>>>) {
  const fetched = () => load().catch(() => untilReached().then(load))
  inTime(load)
  return lazy(fetched)
}

const waiting: (() => Promise<unknown>)[] = []
let isFetching = false
/** When a page began to come. */
let newestAt = 0
/** The page asks the server for what it shows first. */
const firstLookMs = 1000

/** Fetched when nobody waits for anything; exported for whole pages, which are then there at the first key. */
export function inTime(load: () => Promise<unknown>): void {
  newestAt = performance.now()
  waiting.push(load)
  if (isFetching) return
  isFetching = true
  void fetchWaiting()
}

/**
 * One part after the other: a browser has six connections to a server, and dozens of parts at once would keep waiting what
 * somebody looks for now.
 */
async function fetchWaiting(): Promise<void> {
  while (waiting.length > 0) {
    const standsIn = newestAt + firstLookMs - performance.now()
    if (standsIn > 0) await new Promise((resolve) => setTimeout(resolve, standsIn))
    else {
      await whenIdle()
      // Should this fail, the part is asked for again when it is shown.
      await waiting
        .shift()?.()
        .catch(() => undefined)
    }
  }
  isFetching = false
}

/** A file that could not be fetched: the connection is gone, or a newer version has replaced it. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /module|import/i.test(error.message)
}

function whenIdle(): Promise<unknown> {
  // Safari has no idle callback.
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 5000 })
    else setTimeout(resolve, 200)
  })
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
