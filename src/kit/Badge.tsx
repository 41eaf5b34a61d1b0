import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** What a colour means: orange = soon, red = over or danger, purple = a promise, green = done, blue = going on. */
export type Tone = 'gray' | 'blue' | 'orange' | 'red' | 'purple' | 'green'

export const toneText: Readonly<Record<Tone, string>> = {
  gray: 'text-sub',
  blue: 'text-accent',
  orange: 'text-orange',
  red: 'text-red',
  purple: 'text-purple',
  green: 'text-green',
}

export const toneBox: Readonly<Record<Tone, string>> = {
  gray: 'text-sub bg-gray-bg',
  blue: 'text-accent bg-accent-bg',
  orange: 'text-orange bg-orange-bg',
  red: 'text-red bg-red-bg',
  purple: 'text-purple bg-purple-bg',
  green: 'text-green bg-green-bg',
}

/** Never by colour alone: words always, an icon where it helps to find it again. */
export function Badge(props: {
  tone: Tone
  icon?: LucideIcon
  /** Words for the ear and the pointer only, where there is no room. */
  isIconOnly?: boolean
  /** Somebody's own words, which may be long. */
  wraps?: boolean
  children: ReactNode
}) {
  const Icon = props.icon
  return (
    <span
      title={props.isIconOnly && typeof props.children === 'string' ? props.children : undefined}
      className={`inline-flex items-center gap-1 rounded-md px-1.5 text-xs leading-5 font-medium ${props.wraps ? 'min-w-0 wrap-anywhere' : 'whitespace-nowrap'} ${toneBox[props.tone]}`}
    >
      {Icon ? <Icon aria-hidden size={13} strokeWidth={2.25} className="shrink-0" /> : null}
      {props.isIconOnly ? <span className="sr-only">{props.children}</span> : props.children}
    </span>
  )
}
