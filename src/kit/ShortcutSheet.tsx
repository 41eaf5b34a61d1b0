import { Dialog } from '#kit/Dialog.tsx'
import { Keys } from '#kit/Keys.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { useShortcuts, type Shortcut } from '#kit/shortcuts.ts'

/** `?`: everything the keyboard can do on this page. */
export default function ShortcutSheet(props: { isOpen: boolean; onClose: () => void }) {
  const words = useMessages(kitMessages)
  const groups = Map.groupBy(useShortcuts(), (shortcut) => shortcut.group ?? words.everywhere)
  return (
    <Dialog {...props} title={words.shortcuts} width="wide">
      <p className="mb-4 text-sm text-sub">{words.shortcutsHint}</p>
      <div className="gap-8 sm:columns-2">
        {[...groups].map(([group, shortcuts]) => (
          <section key={group} className="mb-6 break-inside-avoid">
            <h3 className="mb-1 text-sm text-sub">{group}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div
                  key={shortcut.label + String(shortcut.keys)}
                  className="flex items-center justify-between gap-4 border-b border-line-soft py-1.5 text-sm"
                >
                  <dt>{shortcut.label}</dt>
                  <dd className="text-sub">
                    <Keys of={firstKeys(shortcut)} />
                    <span className="sr-only">{firstKeys(shortcut)}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function firstKeys(shortcut: Shortcut): string {
  return typeof shortcut.keys === 'string' ? shortcut.keys : (shortcut.keys[0] ?? '')
}
