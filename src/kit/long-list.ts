import { useEffect, useSyncExternalStore } from 'react'
import type { Answered, Refused } from '#kit/call.ts'
import { useMoved } from '#kit/live.tsx'
import * as stretches from '#kit/stretch.ts'

type Named = { readonly id: string }
type Place = {
  readonly cursor?: string
  readonly before?: string
  readonly skip?: number
  readonly limit: number
}
/** How a part of the list is read, how all of it is counted where reading it does not, and the cursor of an item. */
type Source<Item> = {
  readonly read: (place: Place, signal: AbortSignal) => Promise<Answered<stretches.Read<Item>>>
  readonly count: (signal: AbortSignal) => Promise<Answered<stretches.Counted>>
  readonly cursorOf: (item: Item) => string
}

type Shown<Item> = {
  readonly state: 'loading' | 'refused' | 'ready'
  readonly refusal: Refused | null
  readonly stretch: stretches.Stretch<Item>
  /** The page is there, how many there are in all not yet. */
  readonly isCounting: boolean
  /** How many rows have come in above what is in sight, all in all. */
  readonly pushed: number
}

export type LongList<Item> = Shown<Item> & {
  readonly count: number
  readonly itemAt: (index: number) => Item | undefined
  /** Where this item stands; -1: nowhere; undefined: that part of the list has been let go. */
  readonly placeOf: (id: string, last: number) => number | undefined
  readonly sight: () => stretches.Rows
  /** Tells which rows are on the screen: they are read when they are missing or old, and those around them ahead. */
  readonly see: (first: number, last: number) => void
  readonly again: () => void
}

const restMs = 1500
const retryMs = 3000
const countedMs = 10_000

/**
 * A list of any length, read where one looks and let go behind: what it takes does not grow with the way one went.
 * Exported for its test.
 */
export class ReadList<Item extends Named> {
  readonly #source: Source<Item>
  /** How often something had moved when it was read. */
  readonly #readAfter = new WeakMap<Item, number>()
  readonly #listeners = new Set<() => void>()
  #shown: Shown<Item> = {
    state: 'loading',
    refusal: null,
    stretch: stretches.nothing,
    isCounting: false,
    pushed: 0,
  }
  #sight: stretches.Rows = { first: 0, last: 0 }
  /** While it is on the screen, and while something is being read for that. */
  #looking: AbortController | null = null
  #reading: AbortController | null = null
  #moves = 0
  /** What was counted last, and when it will be old. */
  #counted: stretches.Counted | null = null
  #counting: AbortController | null = null
  #countedUntil = 0
  #restUntil = 0
  #pauseUntil = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(source: Source<Item>) {
    this.#source = source
  }

  readonly shown = () => this.#shown
  readonly sight = () => this.#sight
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly see = (first: number, last: number) => {
    this.#sight = { first, last }
    this.#step()
  }

  readonly again = () => {
    this.#pauseUntil = 0
    this.#step()
  }

  /** Something moved: what is in sight is read again, the rest when one comes to it. */
  moved(): void {
    this.#moves += 1
    this.#step()
  }

  /** On the screen from here on, until it is told to rest. Meanwhile anything may have moved. */
  look(): void {
    this.#looking = new AbortController()
    this.#reading = null
    this.#counting = null
    this.#pauseUntil = 0
    this.moved()
  }

  rest(): void {
    this.#looking?.abort()
    this.#looking = null
    this.#counting = null
    clearTimeout(this.#timer)
  }

  #step(): void {
    const now = performance.now()
    if (!this.#looking || this.#reading || now < this.#pauseUntil) return
    const isOld = (item: Item) => (this.#readAfter.get(item) ?? 0) < this.#moves
    const isResting = now < this.#restUntil
    if (isResting) this.#wake(this.#restUntil - now)
    const { stretch } = this.#shown
    const wanted = stretches.whatToRead(stretch, this.#sight, isResting ? () => false : isOld)
    if (wanted) void this.#ask(wanted, this.#looking)
  }

  async #ask(wanted: stretches.Wanted, mine: AbortController): Promise<void> {
    const { read, cursorOf } = this.#source
    const place = placeFor(wanted, this.#shown.stretch, this.#sight, cursorOf)
    const moves = this.#moves
    this.#reading = mine
    const answered = await read(place, mine.signal).catch((error: unknown) => {
      if (!mine.signal.aborted) throw error
    })
    if (this.#reading === mine) this.#reading = null
    if (!answered || mine.signal.aborted) return
    if (answered.ok) {
      this.#take(wanted, stretches.known(answered.value, this.#counted), place.limit, moves)
      if (answered.value.isAtLeast) void this.#count(mine)
    } else this.#refuse(answered.refusal)
    this.#step()
  }

  /** A page is there sooner than the count of all: that comes behind, and holds for a while. */
  async #count(mine: AbortController): Promise<void> {
    if (this.#counting || performance.now() < this.#countedUntil) return
    this.#counting = mine
    if (!this.#counted) this.#tell({ isCounting: true })
    const answered = await this.#source.count(mine.signal).catch((error: unknown) => {
      if (!mine.signal.aborted) throw error
    })
    if (this.#counting !== mine) return
    this.#counting = null
    // Without it the list goes on as one scrolls; the next page asks again.
    if (answered?.ok) {
      this.#counted = answered.value
      this.#countedUntil = performance.now() + countedMs
    }
    const { stretch } = this.#shown
    this.#tell({ isCounting: false, stretch: stretches.known(stretch, this.#counted) })
  }

  #take(
    wanted: stretches.Wanted,
    answer: stretches.Read<Item>,
    limit: number,
    moves: number,
  ): void {
    for (const item of answer.items) this.#readAfter.set(item, moves)
    if (wanted.kind === 'again') this.#restUntil = performance.now() + restMs
    const isAll = answer.items.length < limit
    const { first, last } = this.#sight
    const { stretch, pushed } = stretches.merged(
      this.#shown.stretch,
      wanted,
      answer,
      isAll,
      this.#sight,
    )
    this.#sight = { first: first + pushed, last: last + pushed }
    this.#tell({ state: 'ready', refusal: null, stretch, pushed: this.#shown.pushed + pushed })
  }

  #refuse(refusal: Refused): void {
    this.#pauseUntil = performance.now() + retryMs
    this.#wake(retryMs)
    this.#tell({ refusal, state: this.#shown.state === 'ready' ? 'ready' : 'refused' })
  }

  #wake(afterMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#step(), afterMs)
  }

  #tell(next: Partial<Shown<Item>>): void {
    this.#shown = { ...this.#shown, ...next }
    for (const listener of this.#listeners) listener()
  }
}

function placeFor<Item>(
  wanted: stretches.Wanted,
  { items }: stretches.Stretch<Item>,
  { first, last }: stretches.Rows,
  cursorOf: (item: Item) => string,
): Place {
  const limit = stretches.page
  const after = (item: Item | undefined) => (item ? { cursor: cursorOf(item) } : {})
  switch (wanted.kind) {
    case 'jump':
      return wanted.skip > 0 ? { skip: wanted.skip, limit } : { limit: stretches.firstLook }
    case 'below':
      return { ...after(items.at(-1)), limit }
    case 'above':
      return { ...(items[0] ? { before: cursorOf(items[0]) } : {}), limit }
    case 'again':
      return { ...after(items[wanted.from - 1]), limit: Math.min(limit, last - first + 18) }
  }
}

/** The lists somebody was in, the last one last: who comes back finds it as it was. */
export type LongLists<Item extends Named> = Map<string, ReadList<Item>>
const kept = 6

/** The list of this name, kept fresh where one looks. */
export function useLongList<Item extends Named>(
  lists: LongLists<Item>,
  name: string,
  source: Source<Item>,
): LongList<Item> {
  const list = listNamed(lists, name, source)
  const shown = useSyncExternalStore(list.subscribe, list.shown)
  useEffect(() => {
    list.look()
    return () => list.rest()
  }, [list])
  useMoved((_, isNarrow) => (isNarrow ? undefined : list.moved()))
  const { start, items } = shown.stretch
  return {
    ...shown,
    count: stretches.countOf(shown.stretch),
    itemAt: (index) => items[index - start],
    placeOf(id, last) {
      const at = items.findIndex((item) => item.id === id)
      if (at !== -1) return start + at
      return last < start || last >= start + items.length ? undefined : -1
    },
    sight: list.sight,
    see: list.see,
    again: list.again,
  }
}

function listNamed<Item extends Named>(
  lists: LongLists<Item>,
  name: string,
  source: Source<Item>,
): ReadList<Item> {
  const list = lists.get(name) ?? new ReadList(source)
  lists.delete(name)
  lists.set(name, list)
  const [oldest] = lists.keys()
  if (lists.size > kept && oldest !== undefined) lists.delete(oldest)
  return list
}
