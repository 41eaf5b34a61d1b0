import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Keys } from '#kit/Keys.tsx'

export type MenuAction = {
  readonly id: string
  readonly name: string
  readonly run: () => void
  readonly icon?: LucideIcon
  readonly keys?: string
  readonly isDanger?: boolean
  readonly isChosen?: boolean
}

/** A button that opens a short list of actions. */
export function Menu(props: {
  label: string
  /** What the button shows; `label` is its name. */
  children: ReactNode
  actions: readonly MenuAction[]
  className?: string
}) {
  return (
    <MenuTrigger>
      <Button
        aria-label={props.label}
        className={
          props.className ??
          'tap inline-flex h-10 min-w-10 cursor-pointer items-center justify-center gap-1 rounded-lg px-2 text-sub hover:bg-gray-bg hover:text-ink'
        }
      >
        {props.children}
      </Button>
      <Popover
        placement="bottom end"
        className="min-w-52 rounded-lg border border-line bg-raised p-1 shadow-lift"
      >
        <AriaMenu aria-label={props.label} className="outline-none">
          {props.actions.map((action) => (
            <Item key={action.id} action={action} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Item({ action }: { action: MenuAction }) {
  const Icon = action.icon
  return (
    <MenuItem
      id={action.id}
      textValue={action.name}
      onAction={action.run}
      className={`tap flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm outline-none data-focused:bg-accent-bg ${action.isDanger ? 'text-red' : ''} ${action.isChosen ? 'font-semibold text-accent' : ''}`}
    >
      {Icon ? <Icon aria-hidden size={16} className="shrink-0" /> : null}
      <span className="flex-1">{action.name}</span>
      {action.keys ? <Keys of={action.keys} /> : null}
    </MenuItem>
  )
}
