import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'

const places = new Map<string, number>()

/**
 * Draws only the rows in sight. Rows are links or buttons of the caller; the one at `active` stays drawn,
 * so that the focus is never lost, and is scrolled into sight.
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
  const { items, rowHeight, active, onNearEnd, onSight } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.id ?? index,
    initialOffset: () => places.get(props.memory ?? '') ?? 0,
    overscan: 8,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan)
      const last = Math.min(count - 1, endIndex + overscan)
      const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
      if (active < 0 || active >= count || range.includes(active)) return range
      return active < first ? [active, ...range] : [...range, active]
    },
  })
  const rows = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0

  const look = useEffectEvent(() => {
    onSight?.(first, last)
    if (last >= items.length - 150) onNearEnd()
  })
  useEffect(() => look(), [first, last, items.length])
  const follow = useEffectEvent((index: number) => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  useEffect(() => follow(active), [active])
  const measure = useEffectEvent((_height: number) => virtual.measure())
  useEffect(() => measure(rowHeight), [rowHeight])

  return (
    <div
      ref={scroller}
      onScroll={(event) => places.set(props.memory ?? '', event.currentTarget.scrollTop)}
      className={`overflow-auto ${props.className ?? ''}`}
    >
      <ul
        aria-label={props.label}
        className="relative"
        style={{ height: virtual.getTotalSize(), contain: 'strict' }}
      >
        {rows.map((row) => {
          const item = items[row.index]
          if (!item) return null
          return (
            <li
              key={row.key}
              aria-setsize={props.total}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
            >
              {props.render(item, row.index)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
