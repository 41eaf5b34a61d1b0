import { useDeferredValue, useEffect, useState } from 'react'
import { Dialog } from '#kit/Dialog.tsx'
import { Finder } from '#kit/Finder.tsx'
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
      <Commands {...props} />
    </Dialog>
  )
}

function Commands(props: CommandPaletteProps) {
  const words = useMessages(kitMessages)
  const [typed, setTyped] = useState('')
  const found = useFound(useDeferredValue(typed), props)
  return (
    <Finder
      label={words.palette}
      hint={words.paletteHint}
      nothing={words.paletteEmpty}
      typed={typed}
      onTyped={setTyped}
      found={found}
      onClose={props.onClose}
    />
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
