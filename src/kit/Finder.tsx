import { Search } from 'lucide-react'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { Keys } from '#kit/Keys.tsx'
import { isComposing } from '#kit/keys.ts'
import type { PaletteItem } from '#kit/palette.ts'

/** A field over a list, inside a dialog: typing narrows, arrows move, Enter chooses and closes. */
export function Finder(props: {
  label: string
  hint: string
  nothing: string
  typed: string
  onTyped: (typed: string) => void
  found: readonly PaletteItem[]
  onClose: () => void
  /** Items are sentences: shown in full. */
  isWrapped?: boolean
}) {
  const { label, found } = props
  const id = useId()
  const [at, setAt] = useState(0)
  const active = Math.min(at, found.length - 1)

  function choose(item: PaletteItem | undefined) {
    if (!item) return
    props.onClose()
    // After the dialog has given the focus back, so that the command may move it.
    setTimeout(item.run)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') choose(found[active])
    else if (event.key === 'ArrowDown') setAt(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="sticky top-0 -mx-5 flex items-center gap-3 border-b border-line bg-raised px-5 py-3 sm:-mx-6">
        <Search aria-hidden size={18} className="text-sub" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
          autoFocus
          autoComplete="off"
          value={props.typed}
          placeholder={props.hint}
          onChange={(event) => {
            props.onTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      {found.length === 0 ? <p className="py-8 text-center text-sub">{props.nothing}</p> : null}
      <ul role="listbox" aria-label={label} id={`${id}-list`} className="pt-2">
        {found.map((item, index) => (
          <Line
            key={item.id}
            id={`${id}-${index}`}
            item={item}
            isActive={index === active}
            isWrapped={props.isWrapped ?? false}
            choose={() => choose(item)}
          />
        ))}
      </ul>
    </>
  )
}

function Line(props: {
  id: string
  item: PaletteItem
  isActive: boolean
  isWrapped: boolean
  choose: () => void
}) {
  const { icon: Icon, name, detail, keys } = props.item
  const [element, setElement] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (props.isActive) element?.scrollIntoView({ block: 'nearest' })
  }, [props.isActive, element])
  return (
    <li
      ref={setElement}
      id={props.id}
      role="option"
      aria-selected={props.isActive}
      onClick={props.choose}
      className="tap flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm aria-selected:bg-accent-bg aria-selected:text-accent"
    >
      {Icon ? <Icon aria-hidden size={17} className="shrink-0" /> : <span className="w-[17px]" />}
      <span className={`${props.isWrapped ? 'py-1' : 'clamp-1'} flex-1`}>
        {name}
        {detail ? <span className="ms-2 text-xs text-sub">{detail}</span> : null}
      </span>
      {keys ? <Keys of={keys} /> : null}
    </li>
  )
}
