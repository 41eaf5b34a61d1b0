import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import { dismissToast, useToasts, type ShownToast } from '#kit/toasts.ts'

/** The corner where notices appear. One per application. */
export function Toasts() {
  const words = useMessages(kitMessages)
  const toasts = useToasts()
  const undoable = toasts.findLast((toast) => toast.undo)
  useShortcut({
    keys: 'mod+z',
    label: words.undo,
    isOff: !undoable,
    run: () => {
      if (!undoable) return
      undoable.undo?.()
      dismissToast(undoable.id)
    },
  })
  return (
    <section
      aria-label={words.notices}
      className="pointer-events-none fixed inset-x-3 bottom-20 z-50 flex flex-col items-center gap-2 sm:inset-x-auto sm:end-5 sm:bottom-5 [body:has(footer.sticky)_&]:sm:bottom-20 sm:items-end print:hidden"
    >
      <div role="status" className="contents">
        {toasts.map((toast) => (
          <Notice key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  )
}

const looks = {
  done: { Icon: CircleCheck, tone: 'text-green' },
  trouble: { Icon: CircleAlert, tone: 'text-red' },
  plain: { Icon: Info, tone: 'text-accent' },
} as const

function Notice({ toast }: { toast: ShownToast }) {
  const words = useMessages(kitMessages)
  const [isHeld, setHeld] = useState(false)
  const stays = toast.forMs ?? (toast.undo ? 10_000 : toast.tone === 'trouble' ? 0 : 6000)
  useEffect(() => {
    if (isHeld || stays === 0) return
    const timer = setTimeout(() => dismissToast(toast.id), stays)
    return () => clearTimeout(timer)
  }, [toast.id, stays, isHeld])
  const { Icon, tone } = looks[toast.tone ?? 'plain']
  const act = (run: () => void) => () => {
    run()
    dismissToast(toast.id)
  }
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full max-w-md lg:max-w-sm lg:max-xl:max-w-80 items-center gap-3 rounded-xl border border-line bg-raised py-2 ps-4 pe-2 text-sm shadow-lift"
    >
      <Icon aria-hidden size={18} className={`shrink-0 ${tone}`} />
      <p className="flex-1 py-1">{toast.text}</p>
      {toast.action ? (
        <Button size="small" onPress={act(toast.action.run)}>
          {toast.action.label}
        </Button>
      ) : null}
      {toast.undo ? (
        <Button size="small" onPress={act(toast.undo)}>
          {words.undo}
        </Button>
      ) : null}
      <Button
        kind="quiet"
        size="small"
        label={words.dismiss}
        onPress={() => dismissToast(toast.id)}
        icon={<X aria-hidden size={16} />}
      />
    </div>
  )
}
