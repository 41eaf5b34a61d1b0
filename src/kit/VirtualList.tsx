import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { rowsInSight, scrollTo, type Sight } from '#kit/rows-in-sight.ts'

const places = new Map<string, number>()
const overscan = 8

/**
 * Draws only the rows in sight, all of one height. Rows are links or buttons of the caller; the one at `active` stays
 * drawn, so that the focus is never lost, and is scrolled into sight.
 */
export function VirtualList<Item extends { readonly id: string }>(props: {
  label: string
  /** Coming back to the list with the same name finds it where it was left. */
  memory?: string
  items: readonly Item[]
  /** How many there are on the server, for screen readers. */
  total: number
  rowHeight: number
  active: number
  render: (item: Item, index: number) => ReactNode
  onNearEnd: () => void
  onSight?: (first: number, last: number) => void
  className?: string
}) {
  const { items, rowHeight, active, memory = '' } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(places.get(memory) ?? 0)
  const view = useHeight(scroller)
  const list = { count: items.length, row: rowHeight, view, scrolled }
  const sight = rowsInSight(list)
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = places.get(memory) ?? 0
  }, [memory])

  const look = useEffectEvent(() => {
    props.onSight?.(sight.first, sight.last)
    if (sight.last >= items.length - 150) props.onNearEnd()
  })
  useEffect(() => look(), [sight.first, sight.last, items.length])
  const follow = useEffectEvent((index: number) => {
    if (index >= 0) scroller.current?.scrollTo({ top: scrollTo(index, list) })
  })
  useEffect(() => follow(active), [active])

  return (
    <div
      ref={scroller}
      onScroll={({ currentTarget }) => {
        const now = currentTarget.scrollTop
        places.set(memory, now)
        // Within one row nothing new comes into sight; a squeezed list has to be redrawn for every px.
        const isSqueezed = items.length * rowHeight > sight.height
        setScrolled((was) => (isSqueezed || !sameRow(was, now, rowHeight) ? now : was))
      }}
      className={`overflow-auto ${props.className ?? ''}`}
    >
      <ul
        aria-label={props.label}
        className="relative"
        style={{ height: sight.height, contain: 'strict' }}
      >
        {drawn(sight, items.length, active).map((index) => {
          const item = items[index]
          if (!item) return null
          return (
            <li
              key={item.id}
              aria-setsize={props.total}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: rowHeight, transform: `translateY(${sight.topOf(index)}px)` }}
            >
              {props.render(item, index)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function sameRow(was: number, now: number, row: number): boolean {
  return Math.floor(was / row) === Math.floor(now / row)
}

/** Rows in sight with a few around them, and the active one wherever it is. */
function drawn({ first, last }: Sight, count: number, active: number): number[] {
  const from = Math.max(0, first - overscan)
  const to = Math.min(count - 1, last + overscan)
  const range = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
  if (active < 0 || active >= count || (active >= from && active <= to)) return range
  return active < from ? [active, ...range] : [...range, active]
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
