import type { LucideIcon } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { later } from '#kit/later.ts'

const load = () => import('#kit/MenuList.tsx')
const MenuList = later(load)

export type MenuAction = {
  readonly id: string
  readonly name: string
  readonly run: () => void
  readonly icon?: LucideIcon
  readonly keys?: string
  readonly isDanger?: boolean
  readonly isChosen?: boolean
}

export type MenuProps = {
  readonly label: string
  /** What the button shows; `label` is read out before it. */
  readonly children: ReactNode
  readonly actions: readonly MenuAction[]
  readonly className?: string
}

const round =
  'tap inline-flex h-10 min-w-10 cursor-pointer items-center justify-center gap-1 rounded-lg px-2 text-sub hover:bg-gray-bg hover:text-ink'

/** A button that opens a short list of actions. */
export function Menu(props: MenuProps) {
  const [isAsked, setAsked] = useState(false)
  const look = props.className ?? round
  const closed = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setAsked(true)}
      className={look}
    >
      <span className="sr-only">{props.label}</span>
      {props.children}
    </button>
  )
  if (!isAsked) return closed
  return (
    <Suspense fallback={closed}>
      <MenuList {...props} look={look} />
    </Suspense>
  )
}
