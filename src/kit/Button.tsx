import type { ReactNode } from 'react'
import { Keys } from '#kit/Keys.tsx'
import { ariaKeys } from '#kit/keys.ts'
import { useShortcut } from '#kit/shortcuts.ts'

const kinds = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-strong',
  secondary: 'bg-surface text-ink border-line hover:bg-gray-bg',
  quiet: 'bg-transparent text-sub border-transparent hover:bg-gray-bg hover:text-ink',
  danger: 'bg-red-bg text-red border-red/50 hover:border-red',
  promise: 'bg-purple-bg text-purple border-purple/40 hover:border-purple',
  done: 'bg-green-bg text-green border-green/40 hover:border-green',
} as const

const sizes = {
  small: 'min-h-8 px-2.5 text-sm gap-1.5',
  normal: 'min-h-10 px-4 text-sm gap-2',
  large: 'min-h-12 px-5 text-base gap-2',
} as const

export type ButtonProps = {
  readonly children?: ReactNode
  readonly onPress?: () => void
  readonly kind?: keyof typeof kinds
  readonly size?: keyof typeof sizes
  readonly icon?: ReactNode
  /** Name for screen readers (and the shortcut sheet) when the content is not plain text. */
  readonly label?: string
  /** Registers the shortcut and shows it on the button. */
  readonly keys?: string
  readonly keysInFields?: boolean
  readonly hidesKeys?: boolean
  readonly isDisabled?: boolean
  /** Stays focusable and keeps its width while its work goes on. */
  readonly isBusy?: boolean
  readonly isPressed?: boolean
  readonly type?: 'button' | 'submit'
  readonly className?: string
  readonly autoFocus?: boolean
  readonly describedBy?: string
}

export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'normal', keys = '' } = props
  const label = props.label ?? (typeof props.children === 'string' ? props.children : '')
  useShortcut({
    keys,
    label,
    run: () => props.onPress?.(),
    isOff: keys === '' || (props.isDisabled ?? false) || (props.isBusy ?? false),
    inFields: props.keysInFields ?? false,
  })
  return (
    <button
      type={props.type ?? 'button'}
      title={props.children ? undefined : props.label}
      aria-describedby={props.describedBy}
      aria-pressed={props.isPressed}
      disabled={props.isDisabled}
      aria-disabled={props.isBusy || undefined}
      aria-busy={props.isBusy || undefined}
      autoFocus={props.autoFocus}
      onClick={(event) => {
        if (props.isBusy) event.preventDefault()
        else props.onPress?.()
      }}
      aria-keyshortcuts={keys === '' ? undefined : ariaKeys(keys)}
      className={`tap inline-flex cursor-pointer items-center justify-center rounded-lg border leading-tight font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-busy:cursor-progress aria-busy:opacity-60 aria-pressed:border-accent aria-pressed:bg-accent-bg aria-pressed:text-accent print:hidden ${kinds[kind]} ${sizes[size]} ${props.className ?? ''}`}
    >
      {props.label === undefined ? null : <span className="sr-only">{props.label}</span>}
      <span
        aria-hidden={props.label !== undefined}
        className="inline-flex items-center gap-[inherit]"
      >
        {props.icon}
        {props.children}
      </span>
      {keys && !props.hidesKeys ? <Keys of={keys} /> : null}
    </button>
  )
}
