import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Keys } from '#kit/Keys.tsx'
import type { MenuAction, MenuProps } from '#kit/Menu.tsx'

/** Fetched when a menu is first opened; it opens itself. */
export default function MenuList(props: MenuProps & { look: string }) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    // The button that was pressed is gone; its focus belongs to the one that took its place.
    trigger.current?.focus()
    setOpen(true)
  }, [])
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button ref={trigger} className={props.look}>
        <span className="sr-only">{props.label}</span>
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
