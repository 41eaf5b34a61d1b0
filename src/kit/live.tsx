import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import type { AnyEndpoint } from '#kit/call.ts'
import { keepUp, refresh, refreshLive } from '#kit/answers.ts'
import { followStream, type StreamEvent, type StreamState } from '#kit/event-stream.ts'

/** `isNarrow`: it concerned a few paths only, and those have been asked for again. */
type Listener = (data: unknown, isNarrow: boolean) => void
type Live = {
  readonly state: StreamState
  readonly listen: (listener: Listener) => () => void
}

const LiveContext = createContext<Live>({ state: 'connecting', listen: () => () => undefined })

/**
 * What others do reaches this screen: each event names what moved (`params` reads that from its data),
 * and everything shown about it is asked for again.
 */
export function LiveProvider(props: {
  url: string
  event: string
  /** Ids that moved, in the shape endpoints take them; undefined when the data cannot be read. */
  params: (data: unknown) => Readonly<Record<string, string>> | undefined
  /** The only paths an event concerns, when it comes often and concerns few. */
  paths?: (data: unknown) => readonly string[] | undefined
  children: ReactNode
}) {
  const { url } = props
  const client = useQueryClient()
  const [state, setState] = useState<StreamState>('connecting')
  const listeners = useRef(new Set<Listener>())
  const lists = useThrottled(() => refreshLive(client), 500)

  const onEvent = useEffectEvent((event: StreamEvent) => {
    if (event.event !== props.event) return
    const data: unknown = JSON.parse(event.data)
    const params = props.params(data)
    const paths = props.paths?.(data)
    if (paths) for (const path of paths) void keepUp(client, path, params)
    else void refresh(client, params).then((isLast) => isLast && lists())
    for (const listener of listeners.current) listener(data, paths !== undefined)
  })

  useEffect(() => followStream(url, { event: onEvent, state: setState }), [url])

  const listen = useCallback((listener: Listener) => {
    listeners.current.add(listener)
    return () => void listeners.current.delete(listener)
  }, [])
  return <LiveContext value={{ state, listen }}>{props.children}</LiveContext>
}

export function useStreamState(): StreamState {
  return use(LiveContext).state
}

/** Hears every movement, for what is more than reading again (sounds, pages of a long list). */
export function useMoved(listener: Listener): void {
  const { listen } = use(LiveContext)
  const onMove = useEffectEvent(listener)
  useEffect(() => listen((data, isNarrow) => onMove(data, isNarrow)), [listen])
}

/** Asks this again, and once more when something moved before the answer was there. */
export function useKeptUp({ path }: AnyEndpoint): () => void {
  const client = useQueryClient()
  return () => void keepUp(client, path, {})
}

/** Runs at once, then at most once per `ms`; the last request is never dropped. */
export function useThrottled(run: () => void, ms: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const isAsked = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  function fire() {
    isAsked.current = false
    run()
    timer.current = setTimeout(() => {
      timer.current = undefined
      if (isAsked.current) fire()
    }, ms)
  }
  return () => {
    if (timer.current === undefined) fire()
    else isAsked.current = true
  }
}
