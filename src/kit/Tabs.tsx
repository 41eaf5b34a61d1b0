import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

export type TabItem<Id extends string> = {
  readonly id: Id
  readonly name: ReactNode
  readonly content: ReactNode
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** Arrow keys choose, as in the WAI-ARIA Authoring Practices: tabs with automatic activation. */
export function Tabs<Id extends string>(props: {
  label: string
  items: readonly TabItem<Id>[]
  chosen?: Id
  onChoose?: (id: Id) => void
}) {
  const { items } = props
  const name = useId()
  const list = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState(items[0]?.id)
  const chosen = props.chosen ?? own
  const shown = items.find(({ id }) => id === chosen) ?? items[0]

  function choose(item: TabItem<Id> | undefined) {
    if (!item) return
    setOwn(item.id)
    props.onChoose?.(item.id)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key]
    if (!step || !shown) return
    event.preventDefault()
    const next = step(items.indexOf(shown), items.length - 1)
    choose(items[next])
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }

  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={props.label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="flex gap-1 overflow-x-auto border-b border-line print:hidden"
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${name}-${item.id}`}
            aria-selected={item === shown}
            aria-controls={`${name}-panel`}
            tabIndex={item === shown ? 0 : -1}
            onClick={() => choose(item)}
            className="tap flex shrink-0 cursor-pointer items-center gap-1.5 border-b-3 border-transparent px-3.5 py-2 text-sm whitespace-nowrap text-sub -outline-offset-2 hover:text-ink aria-selected:border-accent aria-selected:font-semibold aria-selected:text-accent"
          >
            {item.name}
          </button>
        ))}
      </div>
      {shown ? (
        <div
          key={shown.id}
          role="tabpanel"
          id={`${name}-panel`}
          aria-labelledby={`${name}-${shown.id}`}
          tabIndex={0}
          className="pt-4 -outline-offset-2"
        >
          {shown.content}
        </div>
      ) : null}
    </>
  )
}
