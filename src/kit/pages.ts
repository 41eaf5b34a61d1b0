import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { Refused } from '#kit/call.ts'
import { answerOrThrow, RefusedError } from '#kit/answers.ts'
import { useMoved, useThrottled } from '#kit/live.tsx'
import type { Answered } from '#kit/call.ts'

export type Page<Item> = {
  readonly items: readonly Item[]
  readonly total: number
  readonly next: string | null
}

export type Pages<Item> = {
  readonly state: 'loading' | 'refused' | 'ready'
  readonly refusal: Refused | null
  readonly items: readonly Item[]
  readonly total: number
  readonly hasMore: boolean
  readonly more: () => void
  readonly again: () => void
  /** Tells which rows are on the screen: only their pages are read again when something moves. */
  readonly see: (first: number, last: number) => void
}

type Read<Item> = (
  cursor: string | undefined,
  signal?: AbortSignal,
) => Promise<Answered<Page<Item>>>

/** A list of any length, read page by page as it is scrolled, and kept fresh where one looks. */
export function usePages<Item extends { readonly id: string }>(
  key: readonly unknown[],
  read: Read<Item>,
): Pages<Item> {
  const queryKey = ['pages', ...key]
  const see = useFreshPages(queryKey, read)
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => answerOrThrow(await read(pageParam, signal)),
    getNextPageParam: (page) => page.next ?? undefined,
    // Reading all pages again would be the whole list; what is looked at is refreshed below.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

  const pages = query.data?.pages
  const items = useMemo(() => withoutRepeats((pages ?? []).flatMap((page) => page.items)), [pages])
  return {
    state: query.data ? 'ready' : query.error ? 'refused' : 'loading',
    refusal: query.error instanceof RefusedError ? query.error.refusal : null,
    items,
    total: pages?.[0]?.total ?? 0,
    hasMore: query.hasNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    again: () => void query.refetch(),
    see,
  }
}

/** When something moves, the pages in sight are read again; answers how to tell which rows are in sight. */
function useFreshPages<Item>(queryKey: readonly unknown[], read: Read<Item>): Pages<Item>['see'] {
  const client = useQueryClient()
  const seen = useRef({ first: 0, last: 0 })
  const freshen = useThrottled(() => {
    const data = client.getQueryData<InfiniteData<Page<Item>, string | undefined>>(queryKey)
    for (const index of data ? pagesInSight(data.pages, seen.current) : []) {
      const cursor = data?.pageParams[index]
      void read(cursor).then((answered) => {
        if (answered.ok)
          client.setQueryData(queryKey, replacing<Item>(index, cursor, answered.value))
      })
    }
  }, 1500)
  useMoved((_, isNarrow) => (isNarrow ? undefined : freshen()))
  return (first, last) => void (seen.current = { first, last })
}

/** The first page (new arrivals) and those whose rows are on the screen. */
function pagesInSight(
  pages: readonly Page<unknown>[],
  seen: { first: number; last: number },
): number[] {
  let start = 0
  return pages.flatMap((page, index) => {
    const from = start
    start += page.items.length
    return index === 0 || (from <= seen.last && start > seen.first) ? [index] : []
  })
}

function replacing<Item>(index: number, cursor: string | undefined, page: Page<Item>) {
  return (data: InfiniteData<Page<Item>, string | undefined> | undefined) => {
    if (!data || data.pageParams[index] !== cursor) return data
    return { ...data, pages: data.pages.with(index, page) }
  }
}

/** A row that moved between two readings is shown once, where it stands first. */
function withoutRepeats<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed()
}
