/** What has been read of a list of any length: one stretch of it, without a gap. */
export type Stretch<Item> = {
  /** The place of the first item in the list, from 0; near enough until the top has been seen. */
  readonly start: number
  readonly items: readonly Item[]
  /** How many there are on the server. */
  readonly total: number
  /** There are more than that: what is found so often is not counted to its end. */
  readonly isAtLeast: boolean
  /** Nothing comes before the first item, or after the last. */
  readonly isTop: boolean
  readonly isEnd: boolean
}
export type Rows = { readonly first: number; readonly last: number }
type Named = { readonly id: string }

/** The rows after `skip` others; those below the last item or above the first; those from `from` on, once more. */
export type Wanted =
  | { readonly kind: 'jump'; readonly skip: number }
  | { readonly kind: 'below' }
  | { readonly kind: 'above' }
  | { readonly kind: 'again'; readonly from: number }

export type Read<Item> = {
  readonly items: readonly Item[]
  readonly total: number
  readonly isAtLeast: boolean
}

/** The first look is short: it is there sooner. */
export const firstLook = 50
export const page = 200
const ahead = 300
const around = 60
/** Up to here the way is walked page by page; further off begins a new stretch. */
const walkable = 400
/** More is let go, on the side that is further from the rows in sight. */
export const most = 2000

export const nothing = {
  start: 0,
  items: [],
  total: 0,
  isAtLeast: false,
  isTop: false,
  isEnd: false,
} as const

/** How many rows the list shows, read or not. */
export function countOf<Item>({ start, items, total, isEnd }: Stretch<Item>): number {
  const end = start + items.length
  return isEnd ? end : Math.max(total, end + 1)
}

/** What is read next for the rows in sight: what is missing, what is old, what will soon be missing. */
export function whatToRead<Item>(
  stretch: Stretch<Item>,
  { first, last }: Rows,
  isOld: (item: Item) => boolean,
): Wanted | null {
  const { start, items, isTop, isEnd } = stretch
  const end = start + items.length
  if (items.length === 0)
    return isTop && isEnd ? null : { kind: 'jump', skip: placeBefore(first, stretch) }
  if (first > end + walkable || last < start - walkable)
    return { kind: 'jump', skip: placeBefore(first, stretch) }
  if (last >= end && !isEnd) return { kind: 'below' }
  if (first < start && !isTop) return { kind: 'above' }
  const [from, to] = [Math.max(0, first - start), last - start + 1]
  // Without the top there is no place before the first item to read from.
  const again = Math.max(isTop ? 0 : 1, from - 8)
  if (items.slice(from, to).some(isOld)) return { kind: 'again', from: again }
  if (last + ahead >= end && !isEnd) return { kind: 'below' }
  return first - ahead < start && !isTop ? { kind: 'above' } : null
}

export type Counted = { readonly total: number; readonly isAtLeast: boolean }

/** What a page says of the whole list, unless a count said more. */
export function known<Told extends Counted>(told: Told, counted: Counted | null): Told {
  return told.isAtLeast && counted && counted.total >= told.total ? { ...told, ...counted } : told
}

function placeBefore(first: number, { total, isAtLeast }: Counted): number {
  return Math.max(0, Math.min(first - around, isAtLeast ? first : total - page))
}

/** `pushed`: how many rows further down what is in sight stands now. */
type Merged<Item> = { readonly stretch: Stretch<Item>; readonly pushed: number }

/** What was read takes its place. `isAll`: there were no more than these. */
export function merged<Item extends Named>(
  was: Stretch<Item>,
  wanted: Wanted,
  { items, total, isAtLeast }: Read<Item>,
  isAll: boolean,
  sight: Rows,
): Merged<Item> {
  const counted = { total, isAtLeast }
  const now = { ...was, ...counted }
  if (wanted.kind === 'jump')
    return { stretch: jumped(wanted.skip, items, counted, isAll), pushed: 0 }
  if (wanted.kind === 'again') return replaced(now, wanted.from, items, isAll, sight)
  const known = new Set(was.items.map(({ id }) => id))
  const added = items.filter(({ id }) => !known.has(id))
  return wanted.kind === 'below'
    ? trimmedAbove(placed({ ...now, items: [...was.items, ...added], isEnd: isAll }), sight)
    : trimmedBelow(
        raised({ ...now, items: [...added, ...was.items], isTop: isAll }, added.length),
        sight,
      )
}

function jumped<Item>(skip: number, items: readonly Item[], counted: Counted, isAll: boolean) {
  // There are fewer than so many by now: from the start.
  if (items.length === 0 && skip > 0) return nothing
  return { start: skip, items, ...counted, isTop: skip === 0, isEnd: isAll }
}

/** At the end it is known how many there are above, unless the top was already seen. */
function placed<Item>(stretch: Stretch<Item>): Merged<Item> {
  const { start, items, total, isAtLeast, isTop, isEnd } = stretch
  if (!isEnd || isTop || isAtLeast) return { stretch, pushed: 0 }
  const pushed = Math.max(0, total - items.length) - start
  return { stretch: { ...stretch, start: start + pushed }, pushed }
}

function raised<Item>(stretch: Stretch<Item>, by: number): Merged<Item> {
  const wanted = stretch.start - by
  // Rows that came in meanwhile were not counted.
  const start = stretch.isTop ? 0 : Math.max(1, wanted)
  return { stretch: { ...stretch, start }, pushed: start - wanted }
}

function trimmedAbove<Item>({ stretch, pushed }: Merged<Item>, sight: Rows): Merged<Item> {
  const { start, items } = stretch
  const spare = Math.min(items.length - most, sight.first + pushed - start - ahead - page)
  if (spare <= 0) return { stretch, pushed }
  const rest = { start: start + spare, items: items.slice(spare), isTop: false }
  return { stretch: { ...stretch, ...rest }, pushed }
}

function trimmedBelow<Item>({ stretch, pushed }: Merged<Item>, sight: Rows): Merged<Item> {
  const { start, items } = stretch
  const spare = Math.min(
    items.length - most,
    start + items.length - (sight.last + pushed) - ahead - page,
  )
  if (spare <= 0) return { stretch, pushed }
  return { stretch: { ...stretch, items: items.slice(0, -spare), isEnd: false }, pushed }
}

/**
 * The order never changes, rows only come and go: up to the last row that is known, what was read now stands instead of
 * what was read before.
 */
function replaced<Item extends Named>(
  was: Stretch<Item>,
  from: number,
  items: readonly Item[],
  isAll: boolean,
  sight: Rows,
): Merged<Item> {
  const places = new Map(was.items.map(({ id }, index) => [id, index]))
  const lastKnown = items.findLast(({ id }) => (places.get(id) ?? -1) >= from)
  const to = lastKnown ? (places.get(lastKnown.id) ?? from) + 1 : from + items.length
  const read = new Set(items.map(({ id }) => id))
  const rest = isAll ? [] : was.items.slice(to).filter(({ id }) => !read.has(id))
  const above = was.items.slice(0, from).filter(({ id }) => !read.has(id))
  const stretch = {
    ...was,
    items: [...above, ...items, ...rest],
    isTop: was.isTop,
    isEnd: isAll || (was.isEnd && rest.length > 0),
  }
  return { stretch, pushed: pushedIn(was, stretch, sight) }
}

/** At the very top what is new pushes the rest down, as it should. */
function pushedIn<Item extends Named>(was: Stretch<Item>, now: Stretch<Item>, sight: Rows): number {
  if (sight.first === 0) return 0
  const seen = was.items[sight.first - was.start]
  const at = seen ? now.items.findIndex(({ id }) => id === seen.id) : -1
  return at === -1 ? 0 : now.start + at - sight.first
}
