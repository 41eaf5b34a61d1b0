import { Suspense, useState } from 'react'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { kitMessages } from '#kit/messages.ts'
import type { PaletteItem } from '#kit/palette.ts'
import { useShortcut } from '#kit/shortcuts.ts'

const CommandPalette = later(() => import('#kit/CommandPalette.tsx'))
const ShortcutSheet = later(() => import('#kit/ShortcutSheet.tsx'))

let open: (what: 'palette' | 'sheet') => void = () => undefined

/** For a visible button that does what the keys do. */
export function openCommander(what: 'palette' | 'sheet'): void {
  open(what)
}

/** Listens for Ctrl/⌘-K and `?`. One per application. */
export function Commander(props: {
  items: readonly PaletteItem[]
  find?: (typed: string) => Promise<readonly PaletteItem[]>
}) {
  const words = useMessages(kitMessages)
  const [shown, setShown] = useState<'palette' | 'sheet' | null>(null)
  open = setShown
  useShortcut({
    keys: 'mod+k',
    label: words.openPalette,
    inFields: true,
    run: () => setShown('palette'),
  })
  useShortcut({ keys: '?', label: words.openShortcuts, run: () => setShown('sheet') })
  const close = () => setShown(null)
  return (
    <Suspense>
      {shown === 'palette' ? <CommandPalette {...props} isOpen onClose={close} /> : null}
      {shown === 'sheet' ? <ShortcutSheet isOpen onClose={close} /> : null}
    </Suspense>
  )
}
