import { type Query, QueryClient, useQueries, useQuery, type QueryKey } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import {
  call,
  type AnyEndpoint,
  type Answered,
  type Given,
  type Loose,
  type Refused,
} from '#kit/call.ts'

/** A refusal on its way through the query cache. */
export class RefusedError extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** What is asked inside the query cache: a refusal becomes its error. */
export function answerOrThrow<T>(answered: Answered<T>): T {
  if (answered.ok) return answered.value
  throw new RefusedError(answered.refusal)
}

export type Answer<T> =
  | { readonly state: 'loading'; readonly again: () => void }
  | { readonly state: 'refused'; readonly refusal: Refused; readonly again: () => void }
  | {
      readonly state: 'ready'
      readonly value: T
      /** The last attempt to look again failed: what is shown may be old. */
      readonly trouble: Refused | null
      readonly isPrevious: boolean
      readonly again: () => void
    }

export type AnswerOptions = {
  /** Ask again whenever anything moves (lists and counts). Things of one complaint follow it by themselves. */
  readonly live?: boolean
  readonly isOff?: boolean
  /** In milliseconds: ask again while the screen is looked at, for what nothing tells screens about. */
  readonly everyMs?: number
  /** Keep showing the former answer while parameters change. */
  readonly keepPrevious?: boolean
}

/** Reads an endpoint and stays up to date: `useAnswer(readComplaint, { params: { complaintId } })`. */
export function useAnswer<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  given: Given<P, Q, B>,
  options: AnswerOptions = {},
): Answer<z.output<A>> {
  const query = useQuery<z.output<A>>({
    ...questionOf(endpoint, given),
    enabled: !options.isOff,
    ...(options.live ? { meta: { live: true } } : {}),
    ...(options.everyMs ? { refetchInterval: options.everyMs } : {}),
    ...(options.keepPrevious ? { placeholderData: (previous) => previous } : {}),
  })
  const again = () => void query.refetch()
  const trouble = query.error instanceof RefusedError ? query.error.refusal : null
  if (query.data !== undefined) {
    const isPrevious = query.isPlaceholderData
    return { state: 'ready', value: query.data, trouble, isPrevious, again }
  }
  return trouble ? { state: 'refused', refusal: trouble, again } : { state: 'loading', again }
}

/** Asks before the screen that shows it is there: the answer is then on its way, ahead of all else that it asks. */
export function askAhead<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(client: QueryClient, endpoint: Endpoint<P, Q, B, A>, given: Given<P, Q, B>): void {
  void client.prefetchQuery(questionOf(endpoint, given))
}

/** The same question about several things; what has been answered so far, in the order asked. */
export function useAnswers<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, several: readonly Given<P, Q, B>[]): readonly z.output<A>[] {
  const queries = useQueries({
    queries: several.map((given) => questionOf(endpoint, given)),
  })
  return queries.flatMap(({ data }) => (data === undefined ? [] : [data]))
}

function questionOf<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, given: Given<P, Q, B>) {
  return {
    queryKey: answerKey(endpoint, given),
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      answerOrThrow(await call(endpoint, given, signal)),
  }
}

export function answerKey(endpoint: AnyEndpoint, given: Loose): QueryKey {
  const asked = [endpoint.path, given.params ?? {}, given.query ?? {}]
  // A question that is asked by POST (what does this text say?) is told apart by its body.
  return given.body === undefined ? asked : [...asked, given.body]
}

/** `first` shows the movement itself: when something moves it is asked for before the rest. */
export function answersClient(first?: AnyEndpoint): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) =>
          count < 2 && error instanceof RefusedError && error.refusal.kind === 'unreachable',
        refetchOnWindowFocus: true,
      },
    },
  })
  if (first) client.setQueryDefaults([first.path], { meta: { isFirst: true } })
  return client
}

const atMostMs = 250
const toRefresh = new WeakMap<QueryClient, Set<unknown>>()

/**
 * Everything that is known about these parameters (a complaint, a call) is asked for again. What shows the movement
 * itself goes ahead; the rest follows when it is there, once for all that moved meanwhile. False: another refresh,
 * begun later, takes this one's rest along.
 */
export async function refresh(client: QueryClient, params: unknown): Promise<boolean> {
  const values = new Set(Object.values(params ?? {}))
  const all = new Set([...(toRefresh.get(client) ?? []), ...values])
  toRefresh.set(client, all)
  const first = askAgain(client, values, true)
  // A lost connection must not hold up the rest.
  await Promise.race([first, new Promise((resolve) => setTimeout(resolve, atMostMs))])
  if (toRefresh.get(client) !== all) return false
  toRefresh.delete(client)
  void askAgain(client, all, false)
  return true
}

function askAgain(client: QueryClient, values: ReadonlySet<unknown>, isFirst: boolean) {
  return invalidate(
    client,
    ({ queryKey, meta }) =>
      (meta?.['isFirst'] === true) === isFirst &&
      Object.values(queryKey[1] ?? {}).some((value) => values.has(value)),
  )
}

/**
 * The query cache joins a first question that is under way, whose answer may have been read before what moved: that
 * one is asked once more when it has been answered.
 */
function invalidate(client: QueryClient, isMeant: (query: Query) => boolean): Promise<void> {
  const underWay = client
    .getQueryCache()
    .findAll({ predicate: isMeant, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined)
  for (const query of underWay) {
    const askOnce = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    query.promise?.then(askOnce, () => undefined)
  }
  return client.invalidateQueries({ predicate: isMeant })
}

const keepingUp = new Map<string, { isAskedAgain: boolean }>()

/**
 * What changes while somebody speaks: asked for again only when the last answer is there, so that many small changes
 * neither pile up nor keep each other from ever being shown. Without params: whatever that path was asked.
 */
export async function keepUp(client: QueryClient, path: string, params: unknown): Promise<void> {
  const values = new Set(Object.values(params ?? {}))
  const key = JSON.stringify([path, ...values])
  const underWay = keepingUp.get(key)
  if (underWay) {
    underWay.isAskedAgain = true
    return
  }
  const asking = { isAskedAgain: true }
  keepingUp.set(key, asking)
  while (asking.isAskedAgain) {
    asking.isAskedAgain = false
    await invalidate(
      client,
      ({ queryKey: [asked, given] }) =>
        asked === path &&
        (values.size === 0 || Object.values(given ?? {}).some((value) => values.has(value))),
    )
  }
  keepingUp.delete(key)
}

export function refreshLive(client: QueryClient): void {
  void invalidate(client, ({ meta }) => meta?.['live'] === true)
}
