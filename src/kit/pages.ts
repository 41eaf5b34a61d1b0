import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Refused } from '#kit/call.ts'
import { answerOrThrow, RefusedError } from '#kit/answers.ts'
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
}

type Read<Item> = (
  cursor: string | undefined,
  signal?: AbortSignal,
) => Promise<Answered<Page<Item>>>

/** A list that does not change any more, read page by page. */
export function usePages<Item extends { readonly id: string }>(
  key: readonly unknown[],
  read: Read<Item>,
): Pages<Item> {
  const queryKey = ['pages', ...key]
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => answerOrThrow(await read(pageParam, signal)),
    getNextPageParam: (page) => page.next ?? undefined,
    // Reading all pages again would be the whole list.
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
  }
}

/** A row that moved between two readings is shown once, where it stands first. */
function withoutRepeats<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed()
}
