import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { flushSync } from 'react-dom'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import * as sights from '#kit/rows-in-sight.ts'

const places = new Map<string, sights.Place>()
const overscan = 8

/**
 * Draws only the rows in sight, all of one height; where one has not been read yet stands a placeholder. Rows are links
 * or buttons of the caller; the one at `active` stays drawn, so that the focus is never lost, and is scrolled into
 * sight.
 */
export function VirtualList<Item extends { readonly id: string }>(props: {
  label: string
  /** Coming back to the list with the same name finds it where it was left. */
  memory: string
  /** How many there are, read or not. */
  count: number
  /** There are more than that, nobody has counted how many. */
  isAtLeast: boolean
  itemAt: (index: number) => Item | undefined
  /** How many rows have come in above what is in sight, all in all: they push nothing away. */
  pushed: number
  rowHeight: number
  active: number
  render: (item: Item, index: number) => ReactNode
  onSight: (first: number, last: number) => void
  className?: string
}) {
  const { count, rowHeight, active, memory } = props
  const scroller = useRef<HTMLDivElement>(null)
  const view = useHeight(scroller)
  const rows = { count, row: rowHeight, view }
  const place = usePlace(scroller, memory, rows, props)
  const sight = sights.rowsInSight(rows, place)
  const look = useEffectEvent(() => props.onSight(sight.first, sight.last))
  useEffect(() => look(), [sight.first, sight.last, count])
  return (
    <div ref={scroller} className={`overflow-auto ${props.className ?? ''}`}>
      <ul
        aria-label={props.label}
        className="relative"
        style={{ height: sight.height, contain: 'strict' }}
      >
        {drawn(sight, count, active).map((index) => {
          const item = props.itemAt(index)
          return (
            <li
              key={item?.id ?? index}
              aria-setsize={props.isAtLeast ? -1 : count}
              aria-posinset={index + 1}
              aria-hidden={item === undefined}
              className="absolute inset-x-0 top-0"
              style={{ height: rowHeight, transform: `translateY(${sight.topOf(index)}px)` }}
            >
              {item ? props.render(item, index) : <Unread />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Where one is in the list: as scrolled, as left the last time, pushed by what came in above, at the active row. */
function usePlace(
  scroller: RefObject<HTMLElement | null>,
  memory: string,
  rows: sights.Rows,
  { active, pushed }: { active: number; pushed: number },
) {
  const [place, setPlace] = useState(() => places.get(memory) ?? sights.start)
  // Ahead of what is drawn: within one row nothing new comes into sight.
  const at = useRef(place)
  const keep = (next: sights.Place) => places.set(memory, (at.current = next))
  const goTo = (next: sights.Place) => {
    if (next === at.current || !scroller.current) return
    scroller.current.scrollTop = next.scrolled
    // The browser may have rounded it.
    const { scrollTop } = scroller.current
    keep({ scrolled: scrollTop, ahead: next.scrolled + next.ahead - scrollTop })
    setPlace(at.current)
  }
  const wasPushed = useRef(pushed)
  const push = useEffectEvent(() => {
    const count = pushed - wasPushed.current
    wasPushed.current = pushed
    if (count !== 0) goTo(sights.pushedBy(count, rows, at.current))
  })
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = at.current.scrolled
  }, [scroller])
  useLayoutEffect(() => push(), [pushed])
  const wasActive = useRef(active)
  const follow = useEffectEvent(() => {
    if (active >= 0 && active !== wasActive.current) goTo(sights.placeOf(active, rows, at.current))
    wasActive.current = active
  })
  useEffect(() => follow(), [active])

  const look = useEffectEvent(() => {
    if (!scroller.current) return
    const now = sights.scrolledTo(scroller.current.scrollTop, rows, at.current)
    keep(now)
    if (sights.isStuck(rows, now)) goTo(sights.settled(rows, now))
    // In the same frame: a row that is drawn later leaves its place empty for as long.
    else if (!isSameRow(place, now, rows.row)) flushSync(() => setPlace(now))
  })
  const settle = useEffectEvent(() => {
    if (at.current.ahead !== 0) goTo(sights.settled(rows, at.current))
  })
  useEffect(() => {
    const list = scroller.current
    if (!list) return
    let frame = 0
    const onScroll = () => {
      look()
      // Browsers that glide to where a key leads (Space) tell of each step a frame late: looked at again before it is painted.
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => look())
    }
    const onScrollEnd = () => settle()
    list.addEventListener('scroll', onScroll)
    list.addEventListener('scrollend', onScrollEnd)
    return () => {
      cancelAnimationFrame(frame)
      list.removeEventListener('scroll', onScroll)
      list.removeEventListener('scrollend', onScrollEnd)
    }
  }, [scroller])
  return place
}

function isSameRow(was: sights.Place, now: sights.Place, row: number): boolean {
  const rowAt = ({ scrolled, ahead }: sights.Place) => Math.floor((scrolled + ahead) / row)
  return was.ahead === now.ahead && rowAt(was) === rowAt(now)
}

/** Rows in sight with a few around them, and the active one wherever it is. */
function drawn({ first, last }: sights.Sight, count: number, active: number): number[] {
  const from = Math.max(0, first - overscan)
  const to = Math.min(count - 1, last + overscan)
  const range = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
  if (active < 0 || active >= count || (active >= from && active <= to)) return range
  return active < from ? [active, ...range] : [...range, active]
}

/** Before the first answer: the rows to come, as tall as they will be, so that nothing jumps. */
export function RowsToCome({ count, rowHeight }: { count: number; rowHeight: number }) {
  const words = useMessages(kitMessages)
  return (
    <div role="status" className="appear-late min-h-0 flex-1 overflow-hidden">
      <span className="sr-only">{words.loading}</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} aria-hidden style={{ height: rowHeight }}>
          <Unread />
        </div>
      ))}
    </div>
  )
}

/** The place of a row that is on its way. */
function Unread() {
  return (
    <div className="flex h-full flex-col justify-center gap-2 border-b border-line-soft ps-10 pe-4">
      <div className="h-3.5 w-2/5 rounded bg-gray-bg" />
      <div className="h-3 w-4/5 rounded bg-gray-bg opacity-60" />
    </div>
  )
}

function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(900)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setHeight(entry.contentRect.height)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return height
}
