import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from '#kit/Dialog.tsx'
import { Keys } from '#kit/Keys.tsx'
import { isComposing } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { paletteMatches, type PaletteItem } from '#kit/palette.ts'
import { useShortcuts, type Shortcut } from '#kit/shortcuts.ts'

export type CommandPaletteProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly items: readonly PaletteItem[]
  /** Looks for things of the product (a number, a name) while one types. */
  readonly find?: (typed: string) => Promise<readonly PaletteItem[]>
}

/** Ctrl/⌘-K: everything by name, and beside it the key that is quicker next time. */
export default function CommandPalette(props: CommandPaletteProps) {
  const words = useMessages(kitMessages)
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={words.palette}
      hidesTitle
      place="top"
    >
      <Finder {...props} />
    </Dialog>
  )
}

function Finder(props: CommandPaletteProps) {
  const words = useMessages(kitMessages)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(useDeferredValue(typed), props)
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
          aria-label={words.palette}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
          autoFocus
          autoComplete="off"
          value={typed}
          placeholder={words.paletteHint}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      {found.length === 0 ? (
        <p className="py-8 text-center text-sub">{words.paletteEmpty}</p>
      ) : null}
      <ul role="listbox" aria-label={words.palette} id={`${id}-list`} className="pt-2">
        {found.map((item, index) => (
          <Line
            key={item.id}
            id={`${id}-${index}`}
            item={item}
            isActive={index === active}
            choose={() => choose(item)}
          />
        ))}
      </ul>
    </>
  )
}

function Line(props: { id: string; item: PaletteItem; isActive: boolean; choose: () => void }) {
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
      <span className="clamp-1 flex-1">
        {name}
        {detail ? <span className="ms-2 text-xs text-sub">{detail}</span> : null}
      </span>
      {keys ? <Keys of={keys} /> : null}
    </li>
  )
}

/** Shortcuts of the page, what the shell offers, and what the search finds; first things first. */
function useFound(typed: string, props: CommandPaletteProps): PaletteItem[] {
  const shortcuts = useShortcuts()
  const [searched, setSearched] = useState<readonly PaletteItem[]>([])
  const { find } = props
  useEffect(() => {
    let isCurrent = true
    if (!find || typed.trim().length < 2) {
      setSearched([])
      return
    }
    const timer = setTimeout(() => {
      void find(typed.trim()).then((items) => isCurrent && setSearched(items))
    }, 120)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed, find])
  // The same thing by the same name is offered once, with the icon the shell gave it.
  const own = [...shortcuts.map(shortcutItem), ...props.items]
  const named = new Map(own.map((item) => [item.name, item]))
  return [...paletteMatches([...named.values()], typed), ...searched].slice(0, 40)
}

function shortcutItem(shortcut: Shortcut): PaletteItem {
  const keys = typeof shortcut.keys === 'string' ? shortcut.keys : (shortcut.keys[0] ?? '')
  const detail = shortcut.group
  return {
    id: `key:${keys}:${shortcut.label}`,
    name: shortcut.label,
    ...(detail === undefined ? {} : { detail }),
    keys,
    run: shortcut.run,
  }
}
